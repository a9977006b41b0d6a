// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_panel.h"

#include "models/text.h"
#include "ui/keys/key_state.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/section_title.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

QString listText(const QStringList &names, const QString &whenEmpty)
{
    return names.isEmpty() ? whenEmpty : names.join(QStringLiteral(", "));
}

void setTime(QLabel *label, const std::optional<QDateTime> &at)
{
    label->setText(at ? relativeTime(*at) : KeyPanel::tr("never"));
    label->setToolTip(at ? absoluteTime(*at) : QString());
}

} // namespace

KeyPanel::KeyPanel(const KeyActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_id(new SectionTitle)
    , m_state(new QLabel)
    , m_copyId(new CopyButton(tr("id")))
    , m_facts(new QFormLayout)
{
    setAccessibleName(tr("Key"));
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *title = new QHBoxLayout;
    title->addWidget(m_id, 1);
    title->addWidget(m_copyId);

    m_facts->setHorizontalSpacing(space::around);
    m_facts->setVerticalSpacing(space::between);
    m_facts->addRow(m_state);
    m_team = addFact(tr("Team"));
    m_environment = addFact(tr("Environment"));
    m_useCase = addFact(tr("Use case"));
    m_models = addFact(tr("Models"));
    m_providers = addFact(tr("Providers"));
    m_routes = addFact(tr("Routes"));
    m_tools = addFact(tr("Tools"));
    m_expires = addFact(tr("Expires"));
    m_created = addFact(tr("Created"));
    m_lastUsed = addFact(tr("Last used"));
    m_calls = addFact(tr("Last hour"));

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(new ActionButton(actions.suspendOrResume));
    buttons->addWidget(new ActionButton(actions.revoke, QStringLiteral("danger")));
    buttons->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::around);
    column->addLayout(title);
    column->addLayout(m_facts);
    column->addWidget(newLine());
    column->addLayout(buttons);
    column->addWidget(new ActionButton(actions.showCalls, QStringLiteral("link")), 0, Qt::AlignLeading);
    column->addStretch();
    connect(&Theme::instance(), &Theme::changed, this, &KeyPanel::refreshState);
}

QLabel *KeyPanel::addFact(const QString &name)
{
    auto *caption = new QLabel(name);
    caption->setProperty("look", QStringLiteral("muted"));
    auto *value = new QLabel;
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(name);
    caption->setBuddy(value);
    m_facts->addRow(caption, value);
    return value;
}

void KeyPanel::setEntry(const KeyEntry &entry)
{
    const bool other = entry.id != m_entry.id;
    m_entry = entry;
    m_id->setText(entry.id);
    m_copyId->setContent(entry.id);
    m_team->setText(entry.team);
    m_environment->setText(entry.environment);
    m_useCase->setText(entry.useCase);
    m_models->setText(
        entry.models.contains(QStringLiteral("*")) ? tr("all (*)") : listText(entry.models, tr("none")));
    m_providers->setText(entry.providers.contains(QStringLiteral("*"))
            ? tr("those serving these models")
            : listText(entry.providers, tr("none")));
    m_routes->setText(listText(entry.routes, tr("none")));
    m_tools->setText(listText(entry.tools, tr("none")));
    setTime(m_expires, entry.expiresAt);
    m_created->setText(tr("%1 by %2").arg(relativeTime(entry.createdAt), entry.createdBy));
    m_created->setToolTip(absoluteTime(entry.createdAt));
    setTime(m_lastUsed, entry.lastUsedAt);
    if (other)
        m_calls->setText(QStringLiteral("…"));
    refreshState();
}

void KeyPanel::setUse(const KeyUse &use)
{
    m_calls->setText(tr("%n call(s)", nullptr, static_cast<int>(use.callsLastHour)));
}

void KeyPanel::refreshState()
{
    m_state->setText(keyStateText(m_entry.state));
    QPalette colours = m_state->palette();
    colours.setColor(QPalette::WindowText, keyStateColour(m_entry.state));
    m_state->setPalette(colours);
}

} // namespace gatehouse::console
