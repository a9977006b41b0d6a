// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Texts put together from phrases of our own, so that the model learns how attempts are worded in general
// and in many languages, and that the same words are harmless in other company.

#include "tools/train/random.h"

#include <string>
#include <vector>

namespace gatehouse::train {

// One text that overrides, draws out a prompt or a secret, forges authority or turns, or plants an order.
[[nodiscard]] std::string ownAttack(Random &random);
// One that dresses a model up as a persona without rules.
[[nodiscard]] std::string ownPersona(Random &random);
// A harmless one with the same vocabulary: questions about attacks, work on instructions and passwords.
[[nodiscard]] std::string ownBenign(Random &random);
// The harmless way to speak of an attack: quoted, as an example.
[[nodiscard]] std::string quotedAsExample(const std::string &attack, Random &random);

} // namespace gatehouse::train
