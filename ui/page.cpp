// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page.h"

namespace gatehouse::console {

Page::Page(const QString &key, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(key);
}

void Page::setTitleLine(const QString &text)
{
    if (text == m_titleLine)
        return;
    m_titleLine = text;
    Q_EMIT titleLineChanged(m_titleLine);
}

void Page::setReady()
{
    if (m_ready)
        return;
    m_ready = true;
    Q_EMIT whenReady();
}

} // namespace gatehouse::console
