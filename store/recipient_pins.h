// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Whom this machine seals for: their fingerprints, kept outside the store, so that whoever can write to the
// store alone cannot have anything sealed for himself.
//
// Who may enter the key folder finds them there (recipient.pins, reviewer.pins); anybody else in a file of
// his own for this store, under recipients or reviewers in $XDG_CONFIG_HOME/gatehouse.

#include "core/base/error.h"

#include <optional>
#include <set>
#include <string>

namespace gatehouse::store {

using Fingerprints = std::set<std::string>;
enum class Pinned { Gateways, Reviewers };

// Nothing when none was pinned yet.
[[nodiscard]] Result<std::optional<Fingerprints>> readPins(Pinned whose, const std::string &storeLocation);
// Replaces the file whole.
[[nodiscard]] Status writePins(Pinned whose, const std::string &storeLocation, const Fingerprints &pins);

} // namespace gatehouse::store
