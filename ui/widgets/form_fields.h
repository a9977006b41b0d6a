// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fields of a form by name, with what is wrong said beside the field it concerns.

#include "core/base/error.h"

#include <QMap>
#include <QObject>

class QFormLayout;
class QLabel;

namespace gatehouse::console {

class FormFields : public QObject {
    Q_OBJECT

public:
    explicit FormFields(QObject *parent);

    // A row of `form`. `key` is the store's name of the field and becomes the editor's object name; the label
    // of its problem is called key_problem.
    void add(
        QFormLayout &form, const QString &key, const QString &caption, QWidget *editor, const QString &hint);
    // Where what concerns no field is said; the caller places it.
    [[nodiscard]] QLabel *general() const { return m_general; }

    // The field gets the focus, also on a tab that is covered.
    void say(const QString &key, const QString &problem);
    // Beside the field that the error's `where`, or else the last word of its `what`, names.
    void say(const Error &error);
    void clear();

private:
    struct Field {
        QWidget *editor = nullptr;
        QLabel *problem = nullptr;
    };
    [[nodiscard]] QString fieldOf(const Error &error) const;
    QMap<QString, Field> m_fields;
    QLabel *m_general;
};

// A label for what is wrong, hidden until something is.
[[nodiscard]] QLabel *newProblemLabel();
// Shows `problem` in it, and makes the window as high as that needs; "" hides it.
void sayProblem(QLabel *label, const QString &problem);
// Draws the editor's frame as wrong, or as usual again.
void markInvalid(QWidget *editor, bool invalid);

} // namespace gatehouse::console
