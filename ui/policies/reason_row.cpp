// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policies/reason_row.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gatehouse::console {

ReasonRow::ReasonRow(QWidget *parent)
    : QWidget(parent)
    , m_reason(new QLineEdit)
    , m_problem(new QLabel)
{
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason, for the history and the audit log"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setProperty("look", QStringLiteral("warning"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *caption = new QLabel(tr("&Reason"));
    caption->setBuddy(m_reason);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::inside);
    column->addWidget(caption);
    column->addWidget(m_reason);
    column->addWidget(m_problem);
    setFocusProxy(m_reason);
}

QString ReasonRow::require()
{
    QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
        showProblem(tr("Reason: say why, so that others can follow it later."));
    else
        m_problem->hide();
    return reason;
}

void ReasonRow::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->show();
    m_reason->setAccessibleDescription(problem);
    m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse::console
