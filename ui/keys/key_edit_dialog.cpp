// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_edit_dialog.h"

#include "models/keys/key_desk.h"
#include "ui/keys/entitlement_fields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_fields.h"
#include "ui/widgets/section_title.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int dialogWidth = 680;
}

KeyEditDialog::KeyEditDialog(KeyDesk &desk, const KeyEntry &entry, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_entry(entry)
    , m_fields(new FormFields(this))
    , m_entitlement(new EntitlementFields(desk.choices(), *m_fields, EntitlementFields::Of::IssuedKey))
    , m_reason(new QLineEdit)
    , m_questions(newQuestions())
    , m_save(new QPushButton(tr("Save")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Edit key"));
    setMinimumWidth(dialogWidth);
    m_entitlement->setEntry(entry);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setProperty("look", QStringLiteral("primary"));
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::around);
    column->addWidget(m_questions, 1);
    column->addWidget(m_fields->general());
    column->addLayout(buttons);
    m_entitlement->setFocus();
    connect(m_save, &QPushButton::clicked, this, &KeyEditDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&desk, &KeyDesk::entitlementSet, this, [this](const QString &id) {
        if (m_waiting && id == m_entry.id)
            accept();
    });
    connect(&desk, &KeyDesk::entitlementFailed, this, [this](const Error &error) {
        if (!m_waiting)
            return;
        waitFor(false);
        m_fields->say(error);
    });
}

QWidget *KeyEditDialog::newQuestions()
{
    auto *words = new QLabel(
        tr("It belongs to team %1, environment %2, use case %3; that is for good. A running gateway "
           "follows at once; calls under way go on as they were let in.")
            .arg(m_entry.team, m_entry.environment, m_entry.useCase));
    words->setWordWrap(true);
    words->setProperty("look", QStringLiteral("muted"));
    m_reason->setPlaceholderText(tr("For the audit log"));
    m_fields->add(m_entitlement->form(), QStringLiteral("reason"), tr("Reaso&n"), m_reason,
        tr("Stands in the audit log"));
    auto *questions = new QWidget;
    auto *column = new QVBoxLayout(questions);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    column->addWidget(new SectionTitle(tr("What key %1 may use").arg(m_entry.id)));
    column->addWidget(words);
    column->addWidget(m_entitlement);
    column->addStretch();
    return questions;
}

void KeyEditDialog::save()
{
    m_fields->clear();
    KeyRequest wanted;
    m_entitlement->fill(wanted);
    if (wanted.models.isEmpty()) {
        m_fields->say(QStringLiteral("models"), tr("Models: name at least one, or * for all."));
        return;
    }
    if (wanted.routes.isEmpty()) {
        m_fields->say(QStringLiteral("routes"), tr("Routes: tick at least one."));
        return;
    }
    waitFor(true);
    m_desk.setEntitlement(
        m_entry.id, entitlementOf(m_entry), entitlementOf(wanted), m_reason->text().trimmed());
}

void KeyEditDialog::waitFor(bool waiting)
{
    m_waiting = waiting;
    for (QWidget *part : QList<QWidget *>{m_questions, m_save, m_cancel})
        part->setEnabled(!waiting);
}

} // namespace gatehouse::console
