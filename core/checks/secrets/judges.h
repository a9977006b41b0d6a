// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Closer looks shared by several kinds of credentials.

#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Turned down where the text calls the value a hash.
[[nodiscard]] double judgeHashContext(const SecretCandidate &candidate, double confidence);
// A short or common prefix: digits and letters must mix, as they do in anything random.
[[nodiscard]] double judgeMixedToken(const SecretCandidate &candidate, double confidence);
// A common form: it must mix, and a run of the alphabet ("abcdefgh", "12345678") gives an example away.
[[nodiscard]] double judgeInventedToken(const SecretCandidate &candidate, double confidence);
// Letters only may be random too, but not a name in camelCase or snake_case.
[[nodiscard]] double judgeNotIdentifier(const SecretCandidate &candidate, double confidence);
// Addresses with masked or sample parts are in every tutorial.
[[nodiscard]] double judgeWebhook(const SecretCandidate &candidate, double confidence);
// A password in a place made for passwords: anything but a stand-in or the word itself.
[[nodiscard]] double judgeLoosePassword(const SecretCandidate &candidate, double confidence);
// The same for one in a URL, where "postgres:postgres@" is a default and no secret.
[[nodiscard]] double judgeUrlPassword(const SecretCandidate &candidate, double confidence);
// "user:password" where a command line expects it: not variables, not the words themselves.
[[nodiscard]] double judgeUserAndPassword(const SecretCandidate &candidate, double confidence);
// A credential in a header: templates and words are turned down, ids are not.
[[nodiscard]] double judgeHeaderValue(const SecretCandidate &candidate, double confidence);
// Capitals, small letters and digits, as forty random characters always have and a hash or a path has not.
[[nodiscard]] double judgeThreeAlphabets(const SecretCandidate &candidate, double confidence);
// The id of an AWS key is surer with its secret beside it, and less sure outside the base32 alphabet.
[[nodiscard]] double judgeAwsKeyId(const SecretCandidate &candidate, double confidence);
// A value next to a vendor's name: hashes, references and plain words are turned down.
[[nodiscard]] double judgeNamedValue(const SecretCandidate &candidate, double confidence);
// A value called key, token, secret or password by what stands before it.
[[nodiscard]] double judgeAssignedValue(const SecretCandidate &candidate, double confidence);

} // namespace gatehouse
