// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The core's reasons as they read after a colon: why a rule did not run, why something was not read.

#include "models/review/interaction_view.h"

namespace gatehouse::console {

[[nodiscard]] QString whyNotRun(const QString &reason);
[[nodiscard]] QString whyNotRead(const QString &reason);
// "user, tool result", "all zones", "" where the policy is not known.
[[nodiscard]] QString zonesText(const CheckLineView &line);
// Everything known of one rule's judgement, in sentences.
[[nodiscard]] QString explanationOf(const CheckLineView &line);
// "Blocked by codenames. 9 of 14 rules ran, in 194 µs.": the verdict in a sentence.
[[nodiscard]] QString verdictSentence(const InteractionView &view);

} // namespace gatehouse::console
