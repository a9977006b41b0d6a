// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/secret_dialog.h"

#include "models/text.h"
#include "ui/keys/issued_key_view.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr QSize sizeForKey(800, 440); // the whole key and the whole snippet
}

SecretDialog::SecretDialog(QWidget *questions, const QString &verb, QWidget *parent)
    : QDialog(parent)
    , m_steps(new QStackedWidget)
    , m_questions(questions)
    , m_go(new QPushButton(verb))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    m_steps->addWidget(m_questions);
    m_go->setProperty("look", QStringLiteral("primary"));
    m_go->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::around);
    column->addWidget(m_steps, 1);
    column->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, [this] { ask(); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void SecretDialog::setWaiting(bool waiting)
{
    m_waiting = waiting;
    for (QWidget *part : QList<QWidget *>{m_go, m_cancel, m_questions})
        part->setEnabled(!waiting);
}

void SecretDialog::showKey(
    const QString &title, const KeyEntry &entry, const SecretString &secret, const QString &address)
{
    setWaiting(false);
    setWindowTitle(title);
    auto *view = new IssuedKeyView(entry, toQString(secret.reveal()), address);
    m_steps->addWidget(view);
    m_steps->setCurrentWidget(view);
    m_cancel->hide();
    resize(sizeForKey);
    m_go->setText(tr("I have copied the key"));
    // The one thing to do now is to copy.
    m_go->setProperty("look", {});
    m_go->style()->unpolish(m_go);
    m_go->style()->polish(m_go);
    disconnect(m_go, nullptr, this, nullptr);
    connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
}

void SecretDialog::reject()
{
    // While the store is asked, the key may come to exist; it must not come to exist unseen.
    const bool showsKey = m_steps->count() > 1;
    if (!m_waiting && !showsKey)
        QDialog::reject();
}

} // namespace gatehouse::console
