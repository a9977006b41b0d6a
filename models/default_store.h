// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the console's own store is when none was named.

#include <QString>

namespace gatehouse::console {

// In the user's data folder, or what GATEHOUSE_STORE says.
[[nodiscard]] QString defaultStore();

} // namespace gatehouse::console
