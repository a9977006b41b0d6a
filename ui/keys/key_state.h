// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How the state of a key looks: a shape, its word and a colour, never colour alone.

#include "core/access/key_table.h"
#include "ui/widgets/cell_delegate.h"

#include <QColor>
#include <QString>

namespace gatehouse::console {

// "● active", "◐ suspended", "○ expired", "✕ revoked".
[[nodiscard]] QString keyStateText(KeyState state);
[[nodiscard]] QColor keyStateColour(KeyState state);

// Draws the state column of the key table; the state is in SortRole.
class KeyStateDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace gatehouse::console
