// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_panel.h"

#include "models/text.h"
#include "ui/keys/key_state.h"
#include "ui/keys/limits_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/section_title.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
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
    , m_limits(new LimitsView(actions.limits))
{
    setAccessibleName(tr("Key"));
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *title = new QHBoxLayout;
    title->setContentsMargins(space::around, space::around, space::around, space::between);
    title->addWidget(m_id, 1);
    title->addWidget(m_copyId);
    auto *scroll = new QScrollArea;
    scroll->setWidget(newFacts(actions));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setProperty("look", QStringLiteral("bare"));
    scroll->setAccessibleName(tr("What the key may do"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(title);
    column->addWidget(scroll, 1);
    column->addWidget(newLine());
    column->addWidget(newButtons(actions));
    connect(m_limits, &LimitsView::editWanted, this, &KeyPanel::limitsWanted);
    connect(&Theme::instance(), &Theme::changed, this, &KeyPanel::refreshState);
}

QWidget *KeyPanel::newFacts(const KeyActions &actions)
{
    m_facts->setHorizontalSpacing(space::around);
    m_facts->setVerticalSpacing(space::inside);
    m_facts->addRow(m_state);
    m_team = addFact(tr("Team"));
    m_environment = addFact(tr("Environment"));
    m_useCase = addFact(tr("Use case"));
    m_models = addFact(tr("Models"));
    m_providers = addFact(tr("Providers"));
    m_routes = addFact(tr("Routes"));
    m_tools = addFact(tr("Tools"));
    m_addresses = addFact(tr("Called from"));
    m_required = addFact(tr("Must carry"));
    m_bounds = addFact(tr("At most"));
    m_metadata = addFact(tr("Metadata"));
    m_expires = addFact(tr("Expires"));
    m_rotated = addFact(tr("Secret before"));
    m_created = addFact(tr("Created"));
    m_lastUsed = addFact(tr("Last used"));
    m_calls = addFact(tr("Last hour"));
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(space::around, space::inside, space::around, space::around);
    column->setSpacing(space::between);
    column->addLayout(m_facts);
    column->addWidget(new ActionButton(actions.showCalls, QStringLiteral("link")), 0, Qt::AlignLeading);
    column->addWidget(newLine());
    column->addWidget(new SectionTitle(tr("Limits")));
    column->addWidget(m_limits);
    column->addStretch();
    return inner;
}

QWidget *KeyPanel::newButtons(const KeyActions &actions)
{
    auto *buttons = new QWidget;
    auto *column = new QVBoxLayout(buttons);
    column->setContentsMargins(space::around, space::between, space::around, space::around);
    column->setSpacing(space::between);
    const auto addRow = [column](const QList<ActionButton *> &row) {
        auto *line = new QHBoxLayout;
        line->setSpacing(space::between);
        for (ActionButton *button : row)
            line->addWidget(button);
        line->addStretch();
        column->addLayout(line);
    };
    addRow({new ActionButton(actions.edit), new ActionButton(actions.limits)});
    addRow({new ActionButton(actions.suspendOrResume), new ActionButton(actions.rotate)});
    addRow({new ActionButton(actions.revoke, QStringLiteral("danger"))});
    return buttons;
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
    // Beside the first line of a value that has several.
    caption->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    caption->setAlignment(Qt::AlignTop | Qt::AlignLeft);
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
    showEntitlement();
    setTime(m_expires, entry.expiresAt);
    setFact(m_rotated,
        entry.previousSecretUntil ? tr("good until %1").arg(absoluteTime(*entry.previousSecretUntil).left(16))
                                  : QString());
    m_created->setText(tr("%1 by %2").arg(relativeTime(entry.createdAt), entry.createdBy));
    m_created->setToolTip(absoluteTime(entry.createdAt));
    setTime(m_lastUsed, entry.lastUsedAt);
    if (other) {
        m_calls->setText(QStringLiteral("…"));
        m_limits->setKey(entry);
    }
    refreshState();
}

void KeyPanel::showEntitlement()
{
    m_models->setText(
        m_entry.models.contains(QStringLiteral("*")) ? tr("all (*)") : listText(m_entry.models, tr("none")));
    m_providers->setText(m_entry.providers.contains(QStringLiteral("*"))
            ? tr("those serving these models")
            : listText(m_entry.providers, tr("none")));
    m_routes->setText(listText(m_entry.routes, tr("none")));
    m_tools->setText(listText(m_entry.tools, tr("none")));
    m_addresses->setText(listText(m_entry.addresses, tr("anywhere")));
    setFact(m_required, m_entry.requiredMetadata.join(QStringLiteral(", ")));
    QStringList bounds;
    if (m_entry.maxInputBytes)
        bounds.append(tr("%1 in").arg(bytesText(*m_entry.maxInputBytes)));
    if (m_entry.maxOutputTokens)
        bounds.append(tr("%1 tokens out").arg(QLocale().toString(*m_entry.maxOutputTokens)));
    if (m_entry.requiresUser)
        bounds.append(tr("only with a verified end user"));
    setFact(m_bounds, bounds.join(QStringLiteral(", ")));
    QStringList metadata;
    for (auto it = m_entry.metadata.cbegin(); it != m_entry.metadata.cend(); ++it)
        metadata.append(it.key() + QLatin1Char('=') + it.value());
    setFact(m_metadata, metadata.join(QStringLiteral(", ")));
}

void KeyPanel::setFact(QLabel *fact, const QString &text)
{
    fact->setText(text);
    m_facts->setRowVisible(fact, !text.isEmpty());
}

void KeyPanel::setLimits(const QList<LimitEntry> &limits)
{
    m_limits->setLimits(limits);
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
