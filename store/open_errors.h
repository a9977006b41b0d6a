// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is said when a store cannot be opened for a reason a program can do something about; see OpenTrouble.

namespace gatehouse::store {

constexpr const char *saysNoStore = "there is no store";
constexpr const char *saysPasswordRefused = "the database refused the user or the password";
constexpr const char *saysPasswordMissing = "the database asks for a password and none was given";

} // namespace gatehouse::store
