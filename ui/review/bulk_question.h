// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks before everything that matches is decided: how many, by which filter in words, what becomes of them,
// and what is left alone.

#include "models/review/decisions.h"

class QWidget;

namespace gatehouse::console {

// False when it was thought better of.
[[nodiscard]] bool wantsAllDecided(QWidget *parent, const Decision &decision, const QString &newestAt);

} // namespace gatehouse::console
