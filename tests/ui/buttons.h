// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Buttons by what stands on them.

#include <QPushButton>
#include <QString>
#include <QWidget>

namespace gatehouse::console::test {

[[nodiscard]] inline QPushButton *buttonSaying(const QWidget &in, const QString &text)
{
    for (QPushButton *button : in.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace gatehouse::console::test
