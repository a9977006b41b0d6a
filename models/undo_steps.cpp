// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/undo_steps.h"

namespace gatehouse::console {

void UndoSteps::push(const QString &what, std::function<void()> takeBack, std::function<void()> again)
{
    m_steps.push_back({what, std::move(takeBack), std::move(again)});
    m_undone.clear();
    Q_EMIT changed();
}

void UndoSteps::undo()
{
    if (m_steps.empty())
        return;
    Step last = std::move(m_steps.back());
    m_steps.pop_back();
    last.takeBack();
    if (last.again)
        m_undone.push_back(std::move(last));
    else
        m_undone.clear();
    Q_EMIT changed();
}

void UndoSteps::redo()
{
    if (m_undone.empty())
        return;
    Step last = std::move(m_undone.back());
    m_undone.pop_back();
    last.again();
    m_steps.push_back(std::move(last));
    Q_EMIT changed();
}

QString UndoSteps::text() const
{
    return m_steps.empty() ? QString() : m_steps.back().what;
}

} // namespace gatehouse::console
