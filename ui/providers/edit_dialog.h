// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the dialogs of the Providers desk share: a form, and buttons that wait for the store's answer.

#include "core/base/error.h"
#include "ui/widgets/form_fields.h"

#include <QDialog>

class QFormLayout;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace gatehouse::console {

class ProviderDesk;

class EditDialog : public QDialog {
    Q_OBJECT

public:
    // Whether an answer of the desk is this dialog's.
    [[nodiscard]] bool isWaiting() const { return m_waiting; }

protected:
    // `verb` is on the button that calls save(). `desk` outlives the dialog.
    EditDialog(ProviderDesk &desk, const QString &verb, QWidget *parent);

    // Asks the desk for the change and then calls waitForDesk(); or says what is wrong.
    virtual void save() = 0;
    void waitForDesk() { setWaiting(true); }

    [[nodiscard]] ProviderDesk &desk() { return m_desk; }
    [[nodiscard]] FormFields &fields() { return m_fields; }
    [[nodiscard]] QFormLayout &form() { return *m_form; }
    void addBelowForm(QWidget *widget, int stretch = 0);
    [[nodiscard]] QPushButton *saveButton() { return m_save; }
    QPushButton *addButton(const QString &text); // left of the others

private:
    void setWaiting(bool waiting);
    ProviderDesk &m_desk;
    FormFields m_fields;
    QWidget *m_questions;
    QFormLayout *m_form;
    QVBoxLayout *m_below;
    QHBoxLayout *m_buttons;
    QPushButton *m_cancel;
    QPushButton *m_save;
    bool m_waiting = false;
};

} // namespace gatehouse::console
