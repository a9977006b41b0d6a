// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes an exception from what a rule found in a call: for which calls, for what, until when and why, with
// how many calls of the last days it would have been applied to.

#include "models/policies/exception_desk.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace gatehouse::console {

struct InteractionView;

class ExceptionDialog : public QDialog {
    Q_OBJECT

public:
    // `desk` outlives the dialog; `found`: the text the rule found, "" where it is not known.
    ExceptionDialog(ExceptionDesk &desk, const InteractionView &call, const QString &rule,
        const QString &found, QWidget *parent);
    void reject() override;

Q_SIGNALS:
    void made(
        const gatehouse::console::ExceptionEntry &entry, const gatehouse::console::ExceptionDraft &draft);

private:
    QWidget *buildFields(const QString &found);
    void addScopes(const InteractionView &call);
    [[nodiscard]] ExceptionDraft draft() const;
    void preview();
    void showPreview(const Result<store::ExceptionPreview> &preview);
    void send();
    void answer(const Result<ExceptionEntry> &made);
    void refresh();

    ExceptionDesk &m_desk;
    const QString m_call, m_rule;
    QRadioButton *m_payload, *m_pattern;
    QLineEdit *m_expression;
    QComboBox *m_scope;
    QComboBox *m_days;
    QLineEdit *m_reason;
    QLabel *m_effect;
    QLabel *m_trouble;
    QPushButton *m_make;
    std::vector<ExceptionDraft> m_scopes; // of the entries of `m_scope`
    bool m_sending = false;
};

} // namespace gatehouse::console
