// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/key_state.h"

#include "models/keys/key_entry.h"
#include "models/table_model.h"
#include "ui/theme/theme.h"

namespace gatehouse::console {

QString keyStateText(KeyState state)
{
    constexpr char16_t shapes[] = {u'●', u'◐', u'○', u'✕'};
    return QChar(shapes[static_cast<int>(state)]) + QLatin1Char(' ') + word(state);
}

QColor keyStateColour(KeyState state)
{
    switch (state) {
    case KeyState::Active:
        return tokens().of(Severity::Low);
    case KeyState::Suspended:
        return tokens().of(Severity::Medium);
    case KeyState::Expired:
    case KeyState::Revoked:
        break;
    }
    return tokens().muted;
}

void KeyStateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    const auto state = static_cast<KeyState>(index.data(SortRole).toInt());
    option->text = keyStateText(state);
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, keyStateColour(state));
}

} // namespace gatehouse::console
