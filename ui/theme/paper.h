// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Faces for paper: a PDF keeps characters only where one glyph stands for each.

#include <QFont>

namespace gatehouse::console {

// The next of the font's families whose signs are not joined or exchanged by their neighbours, as those of
// Inter
// (":" between digits) and JetBrains Mono ("->") are: such glyphs are lost when text is copied out of a PDF.
[[nodiscard]] QFont onPaper(QFont font);

} // namespace gatehouse::console
