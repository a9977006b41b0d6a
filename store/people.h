// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The people of a store in PostgreSQL: their logins, what they are, whose calls they see. A store in a file
// has none: all of these are Unsupported there.

#include "core/base/error.h"
#include "core/base/secret_string.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace gatehouse::store {

struct PersonRow {
    std::string name; // as this person logs in
    std::vector<std::string> roles; // "viewer", "analyst", "policy-author", …
    std::vector<std::string> teams; // empty: all
    Timestamp addedAt{};
    std::string addedBy;
};
// The words of roles that people have.
[[nodiscard]] const std::vector<std::string> &personRoles();

[[nodiscard]] Result<std::vector<PersonRow>> listPeople(Store &store); // by name
// Adds a person, or gives one who is there these roles and teams instead. Makes the login with this password
// when there is none yet (InvalidInput when none is given); of a login made here a password replaces the one
// before, of any other it is a Conflict. The server is sent no password but a verifier of it. NotFound for an
// unknown team; audited.
[[nodiscard]] Status addPerson(Store &store, const PersonRow &person, const SecretString &password);
// The login goes too when it was made here. NotFound when there is no such person; audited.
[[nodiscard]] Status removePerson(Store &store, const std::string &name);

// Makes the store ready for logins other than its owner's: roles, grants and row security as this program
// wants them, and a published policy, since gateways may not publish any. What the server has no role for is
// returned. Nothing to do for a file, or for others than the owner.
[[nodiscard]] Result<std::vector<std::string>> openToPeople(Store &store);

[[nodiscard]] std::string toJson(const PersonRow &person);

} // namespace gatehouse::store
