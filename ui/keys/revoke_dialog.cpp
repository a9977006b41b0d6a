// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/revoke_dialog.h"

#include "models/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_title.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int dialogWidth = 480;
}

RevokeDialog::RevokeDialog(const KeyEntry &entry, QWidget *parent)
    : QDialog(parent)
    , m_entry(entry)
    , m_effect(new QLabel(tr("Reading what calls with it…")))
    , m_reason(new QLineEdit)
{
    setWindowTitle(tr("Revoke key"));
    setMinimumWidth(dialogWidth);
    auto *question = new SectionTitle(tr("Revoke key %1?").arg(entry.id));
    auto *whose = new QLabel(tr("It belongs to team %1, environment %2, use case %3.")
                                 .arg(entry.team, entry.environment, entry.useCase));
    auto *lasting = new QLabel(tr("A running gateway refuses it within one second. This can't be undone."));
    for (QLabel *label : {whose, m_effect, lasting})
        label->setWordWrap(true);
    m_effect->setObjectName(QStringLiteral("effect"));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason, for the audit log"));

    auto *keep = new QPushButton(tr("Keep key"));
    auto *revoke = new QPushButton(tr("Revoke key"));
    revoke->setObjectName(QStringLiteral("revoke"));
    revoke->setProperty("look", QStringLiteral("danger"));
    keep->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(keep);
    buttons->addWidget(revoke);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    for (QWidget *line :
        {static_cast<QWidget *>(question), static_cast<QWidget *>(whose), static_cast<QWidget *>(m_effect),
            static_cast<QWidget *>(lasting), static_cast<QWidget *>(m_reason)})
        column->addWidget(line);
    column->addSpacing(space::between);
    column->addLayout(buttons);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(revoke, &QPushButton::clicked, this, &QDialog::accept);
}

void RevokeDialog::setUse(const KeyUse &use)
{
    if (use.callsLastHour > 0)
        m_effect->setText(tr("It will stop what calls with it: %n call(s) in the last hour, the last one %1.",
            nullptr, static_cast<int>(use.callsLastHour))
                              .arg(use.lastUsedAt ? relativeTime(*use.lastUsedAt) : tr("just now")));
    else if (use.lastUsedAt)
        m_effect->setText(tr("Nothing called with it in the last hour; the last call was %1.")
                              .arg(relativeTime(*use.lastUsedAt)));
    else
        m_effect->setText(tr("Nothing has ever called with it."));
}

QString RevokeDialog::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace gatehouse::console
