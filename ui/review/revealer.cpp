// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/revealer.h"

#include "models/review/revealed_call.h"
#include "ui/page.h"
#include "ui/review/detail_pane.h"
#include "ui/review/reveal_dialog.h"
#include "ui/settings/preferences.h"

#include <QAction>
#include <QPushButton>

namespace gatehouse::console {

Revealer::Revealer(PageContext &context, DetailPane &pane, QAction *action, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_pane(pane)
    , m_action(action)
    , m_page(page)
    , m_button(new QPushButton)
    , m_reveal(context.session)
{
    m_button->setProperty("look", QStringLiteral("link"));
    m_button->setObjectName(QStringLiteral("reveal"));
    m_button->setFocusPolicy(Qt::TabFocus);
    pane.setCorner(m_button);
    connect(m_button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::triggered, this, &Revealer::toggle);
    connect(action, &QAction::changed, this, &Revealer::refresh);
    connect(&pane, &DetailPane::shownChanged, this, &Revealer::refresh);
    connect(&m_reveal, &Reveal::revealed, this, &Revealer::show);
    connect(&m_reveal, &Reveal::failed, this, [this](const QString &why) {
        if (m_dialog)
            m_dialog->answer(why);
    });
    refresh();
}

QString Revealer::whyNot() const
{
    if (!m_pane.hasView())
        return tr("Choose a call first");
    if (!m_pane.view().sealed)
        return tr("Nothing is sealed here: no rule asked for it");
    return {};
}

void Revealer::refresh()
{
    const QString key = m_action->shortcut().toString(QKeySequence::NativeText);
    const QString word = m_pane.isRevealed() ? tr("Hide originals") : tr("Reveal…");
    m_button->setText(key.isEmpty() ? word : QStringLiteral("%1  %2").arg(word, key));
    m_button->setAccessibleName(word);
    const QString why = whyNot();
    m_button->setEnabled(m_action->isEnabled() && why.isEmpty());
    m_button->setToolTip(m_action->isEnabled() && !why.isEmpty() ? why : m_action->toolTip());
}

void Revealer::toggle()
{
    if (m_pane.isRevealed())
        m_pane.conceal();
    else if (const QString why = whyNot(); !why.isEmpty())
        m_pane.say(why + QLatin1Char('.'));
    else
        ask();
}

void Revealer::ask()
{
    m_dialog = new RevealDialog(m_context.preferences.reviewerKeyFile(), m_page);
    connect(m_dialog, &RevealDialog::wanted, this,
        [this, id = m_pane.view().row.id](
            const QString &file, const SecretString &passphrase, const QString &reason) {
            m_context.preferences.setReviewerKeyFile(file);
            m_reveal.ask({id, file, passphrase, reason});
        });
    m_dialog->open();
}

void Revealer::show(const QString &id, Conversation conversation)
{
    if (m_dialog)
        m_dialog->answer({});
    // Another call may have come to be read meanwhile.
    if (m_pane.hasView() && m_pane.view().row.id == id)
        m_pane.reveal(conversation.parts, conversation.marks);
    else
        wipe(conversation.parts);
}

} // namespace gatehouse::console
