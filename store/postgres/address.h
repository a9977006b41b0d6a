// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A postgresql:// address: its parameters with safe defaults, and how it is shown without its secrets.

#include "core/base/error.h"

#include <string>
#include <utility>
#include <vector>

namespace gatehouse::store {

[[nodiscard]] bool isPostgres(const std::string &location);

struct PostgresAddress {
    // For libpq (https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-PARAMKEYWORDS). Holds the
    // password where the address does.
    std::vector<std::pair<std::string, std::string>> parameters;
    std::string shown; // "postgresql://user@host:port/database"
    std::string identity; // "host-port-database", fit for a file's name: who asks which store this is
};

// Environment, service file and .pgpass count as libpq has it. What nobody set is set here: TLS with the
// server's name verified unless the server is reached by a socket of this machine; a wait of 10 s at most for
// a server that does not answer. InvalidInput when it is no such address; it is not repeated, as it may hold
// a password.
[[nodiscard]] Result<PostgresAddress> readPostgresAddress(const std::string &location);

} // namespace gatehouse::store
