// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/undo_steps.h"

namespace gatehouse::console {

void UndoSteps::push(const QString &what, std::function<void()> takeBack)
{
    m_steps.push_back({what, std::move(takeBack)});
    Q_EMIT changed();
}

void UndoSteps::undo()
{
    if (m_steps.empty())
        return;
    const Step last = std::move(m_steps.back());
    m_steps.pop_back();
    last.takeBack();
    Q_EMIT changed();
}

void UndoSteps::clear()
{
    m_steps.clear();
    Q_EMIT changed();
}

QString UndoSteps::text() const
{
    return m_steps.empty() ? QString() : m_steps.back().what;
}

} // namespace gatehouse::console
