// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The questions answered before a key is issued, with what is wrong said beside the field.

#include "core/base/error.h"
#include "models/keys/key_entry.h"

#include <QMap>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace gatehouse::console {

class IssueForm : public QWidget {
    Q_OBJECT

public:
    static constexpr int defaultDays = 90;

    explicit IssueForm(const KeyChoices &choices, QWidget *parent = nullptr);

    // What was filled in, or nothing: then the first field that needs something has the focus and says what.
    [[nodiscard]] std::optional<KeyRequest> request();
    // Shows an error of the store beside the field its `where` names, else under the form.
    void showError(const Error &error);

private:
    struct Field {
        QWidget *editor = nullptr;
        QLabel *problem = nullptr;
    };
    QComboBox *addNames(const QString &key, const QString &caption, const QStringList &known);
    void addField(const QString &key, const QString &caption, QWidget *editor, const QString &hint);
    void say(const QString &key, const QString &problem);
    void clearProblems();
    void refreshNewNames();
    [[nodiscard]] QStringList newNames() const;

    const KeyChoices m_choices;
    QFormLayout *m_form;
    QMap<QString, Field> m_fields; // by the store's name of the field
    QComboBox *m_team;
    QComboBox *m_environment;
    QComboBox *m_useCase;
    QLineEdit *m_models;
    QDateEdit *m_expires;
    QCheckBox *m_create;
    QLabel *m_problem;
};

} // namespace gatehouse::console
