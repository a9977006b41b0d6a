// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The row of buttons under a dialog, in the console's language also where Qt's own translations are not
// installed.

#include <QDialogButtonBox>

namespace gatehouse::console {

enum class Leave { Cancel, Close }; // without doing anything, or when all is done
[[nodiscard]] QDialogButtonBox *newDialogButtons(Leave leave);

} // namespace gatehouse::console
