// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The colours and sizes everything is drawn with: one struct drives palette, style sheet, delegates and
// charts. Text on bg, panel, raised and selection keeps a contrast of at least 4.5 (7 in the contrast theme).

#include "core/policy/verdict.h"

#include <QColor>

#include <array>

namespace gatehouse::console {

enum class ThemeName { Light, Dark, Contrast };

struct Tokens {
    QColor bg, panel, raised; // window / lists and panes / menus and dialogs
    QColor text, muted, line;
    QColor accent, onAccent, selection; // one accent: focus, links, primary button
    std::array<QColor, 5> severity; // by gatehouse::Severity
    bool dark = false;

    [[nodiscard]] const QColor &of(Severity value) const { return severity[static_cast<std::size_t>(value)]; }
    // The fill behind a chip or an evidence span: the severity colour over `panel`, weak enough to read text
    // on.
    [[nodiscard]] QColor tint(Severity value) const;
    // The colour a verdict is charted in.
    [[nodiscard]] const QColor &of(VerdictKind value) const;
};

[[nodiscard]] const Tokens &tokensOf(ThemeName name);

// Steps of the 4 px grid, and other sizes in logical pixels.
namespace space {
constexpr int inside = 4;
constexpr int between = 8;
constexpr int around = 16;
constexpr int row = 28;
constexpr int compactRow = 22;
constexpr int radius = 4;
constexpr int icon = 20;
} // namespace space

// The shape before a severity's word: ● critical, ▲ high, ◆ medium, ■ low, · info.
[[nodiscard]] QChar severityShape(Severity value);

} // namespace gatehouse::console
