// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/rotate_dialog.h"

#include "models/keys/key_desk.h"
#include "models/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_fields.h"
#include "ui/widgets/section_title.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gatehouse::console {

namespace {
constexpr int dialogWidth = 520;
}

RotateDialog::RotateDialog(KeyDesk &desk, const KeyEntry &entry, QWidget *parent)
    : RotateDialog(desk, entry, new QWidget, parent)
{
}

RotateDialog::RotateDialog(KeyDesk &desk, const KeyEntry &entry, QWidget *questions, QWidget *parent)
    : SecretDialog(questions, tr("Rotate key"), parent)
    , m_desk(desk)
    , m_entry(entry)
    , m_fields(new FormFields(this))
    , m_overlap(new QComboBox)
    , m_reason(new QLineEdit)
{
    setWindowTitle(tr("Rotate key"));
    setMinimumWidth(dialogWidth);
    goButton()->setObjectName(QStringLiteral("rotate"));
    buildQuestions(questions);
    connect(&desk, &KeyDesk::rotated, this, [this](const KeyEntry &rotated, const SecretString &secret) {
        if (isWaiting() && rotated.id == m_entry.id)
            showKey(tr("Key rotated"), rotated, secret, m_desk.choices().gatewayAddress);
    });
    connect(&desk, &KeyDesk::rotateFailed, this, [this](const Error &error) {
        setWaiting(false);
        m_fields->say(error);
    });
}

void RotateDialog::buildQuestions(QWidget *questions)
{
    auto *question = new SectionTitle(tr("Give key %1 a new secret?").arg(m_entry.id));
    auto *words = new QLabel(
        tr("Its id stays, and what it may do. It belongs to team %1, environment %2, use case %3.")
            .arg(m_entry.team, m_entry.environment, m_entry.useCase));
    words->setWordWrap(true);
    m_overlap->addItem(tr("1 hour"), QStringLiteral("1h"));
    m_overlap->addItem(tr("1 day"), QStringLiteral("1d"));
    m_overlap->addItem(tr("7 days"), QStringLiteral("7d"));
    m_overlap->addItem(tr("30 days"), QStringLiteral("30d"));
    m_overlap->addItem(tr("not at all: it leaked"), QStringLiteral("0"));
    m_overlap->setEditable(true);
    m_overlap->setInsertPolicy(QComboBox::NoInsert);
    m_reason->setPlaceholderText(tr("For the audit log"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(space::around);
    form->setVerticalSpacing(space::between);
    m_fields->add(*form, QStringLiteral("overlap"), tr("&Secret before"), m_overlap,
        tr("How long the secret before stays good: choose, or type such as 90m, 12h or 3d; at most 30d"));
    m_fields->add(*form, QStringLiteral("reason"), tr("&Reason"), m_reason, tr("Stands in the audit log"));
    auto *column = new QVBoxLayout(questions);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    column->addWidget(question);
    column->addWidget(words);
    column->addSpacing(space::between);
    column->addLayout(form);
    column->addWidget(m_fields->general());
    column->addStretch();
    m_overlap->setFocus();
}

void RotateDialog::ask()
{
    m_fields->clear();
    const int known = m_overlap->findText(m_overlap->currentText());
    const QString text
        = known >= 0 ? m_overlap->itemData(known).toString() : m_overlap->currentText().trimmed();
    Micros overlap{0};
    if (text != QLatin1String("0")) {
        const auto read = parseDuration(text.toStdString());
        if (!read) {
            m_fields->say(QStringLiteral("overlap"), errorText(read.error()));
            return;
        }
        overlap = *read;
    }
    setWaiting(true);
    m_desk.rotate(m_entry.id, overlap, m_reason->text().trimmed());
}

} // namespace gatehouse::console
