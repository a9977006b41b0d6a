// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// How every expected failure travels: as a value that says what failed, where, and what to do next.

#include <string>
#include <tl/expected.hpp>

namespace gatehouse {

enum class ErrorKind {
    InvalidInput, // the caller's document, argument or body is wrong
    NotFound,
    Conflict, // the state does not allow it (already revoked, name taken, store in use)
    Unreachable, // store file, server or network
    NotPermitted,
    Corrupt, // our own data is damaged or was tampered with
    Unsupported, // from a newer version, or a format we do not read
    LimitExceeded,
    Internal,
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string what; // what failed, in words a person can act on; never holds a secret
    std::string where; // field path, file, or address; may be empty
    std::string advice; // what to do next; may be empty

    // "what: where (advice)" on one line, as the command line prints it.
    [[nodiscard]] std::string line() const;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(
    ErrorKind kind, std::string what, std::string where = {}, std::string advice = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(what), std::move(where), std::move(advice)});
}

} // namespace gatehouse
