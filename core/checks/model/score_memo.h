// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Scores of the texts this thread judged last: several rules ask the same model about the same text.

#include "core/checks/model/window_scorer.h"

namespace gatehouse::model {

// scoreText(), remembered. Texts are compared byte by byte, so the answer is always that of scoreText().
[[nodiscard]] TextScore rememberedScore(const LinearModel &model, std::string_view text);

} // namespace gatehouse::model
