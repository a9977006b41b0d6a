// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The small style sheet on top of the palette: what Fusion draws heavier than the design wants.

#include "ui/theme/tokens.h"

#include <QString>

namespace gatehouse::console {

[[nodiscard]] QString styleSheetOf(const Tokens &tokens);

} // namespace gatehouse::console
