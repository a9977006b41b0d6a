// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/copy_button.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QTimer>

namespace gatehouse::console {

namespace {
constexpr int feedbackMs = 2000;

// Only what was copied is cleared: by then the clipboard may hold something of the user's own.
void clearIfStill(const QString &content)
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if ((mode == QClipboard::Clipboard || clipboard->supportsSelection())
            && clipboard->text(mode) == content)
            clipboard->clear(mode);
    }
}
} // namespace

void takeOffClipboardLater(const QString &content, int milliseconds)
{
    QTimer::singleShot(milliseconds, qApp, [content] { clearIfStill(content); });
}

CopyButton::CopyButton(const QString &what, QWidget *parent)
    : QPushButton(parent)
    , m_what(what)
{
    setAccessibleName(tr("Copy %1").arg(what));
    say(tr("Copy %1").arg(what));
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setContent(const QString &text, bool secret)
{
    m_content = text;
    m_secret = secret;
    setEnabled(!text.isEmpty());
    setToolTip(secret ? tr("Copies it and takes it off the clipboard after %n s", nullptr, m_lifetime / 1000)
                      : QString());
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_content);
    say(tr("Copied"));
    QTimer::singleShot(feedbackMs, this, [this] { say(tr("Copy %1").arg(m_what)); });
    if (m_secret)
        takeOffClipboardLater(m_content, m_lifetime);
    Q_EMIT copied();
}

void CopyButton::say(const QString &caption)
{
    QPushButton::setText(caption);
}

} // namespace gatehouse::console
