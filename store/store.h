// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Opening a store: a SQLite file or a PostgreSQL database, migrated to the newest schema.

#include "core/base/error.h"
#include "core/base/time.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

namespace gatehouse::store {

class Connection; // the SQL side, in store/sql/

enum class OpenMode {
    Existing, // NotFound when there is no store
    Create, // make it when missing
    ReadOnly, // no write, no migration
    ReadNewer, // the same, and a store of a newer schema is read as far as it is understood
};
[[nodiscard]] constexpr bool readsOnly(OpenMode mode)
{
    return mode == OpenMode::ReadOnly || mode == OpenMode::ReadNewer;
}

// One connection to a store. Not shared between threads: each thread opens its own (cheap).
// Reading and writing is done by the functions of the other headers of this folder, which take a Store.
class Store {
public:
    // `location` is a file path or a postgresql:// address
    // (https://www.postgresql.org/docs/15/libpq-connect.html). Errors: Unreachable (missing folder, locked,
    // read-only, disk full; no server there), NotPermitted (user, password or certificate refused), Corrupt
    // (not a database of ours), Unsupported (from a newer version).
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(
        const std::string &location, OpenMode mode, const Clock &clock = systemClock());
    ~Store();

    [[nodiscard]] Connection &connection() { return *m_connection; }
    // As it was given; an address may hold a password.
    [[nodiscard]] const std::string &location() const { return m_location; }
    // Fit for people and logs.
    [[nodiscard]] std::string displayName() const;
    [[nodiscard]] bool isReadOnly() const { return readsOnly(m_mode); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    // Who acts, for the audit log; default "user:<login>". A database that knows its people by their logins
    // keeps to that name, whatever is set.
    [[nodiscard]] const std::string &actor() const { return m_actor; }
    void setActor(const std::string &actor);

    // Makes a running query fail soon; the only function another thread may call.
    void interrupt();
    // Unreachable when the file was deleted or moved away since it was opened: what is written then is lost
    // with the last program that has it open.
    [[nodiscard]] Status checkInPlace();
    // Changes whenever any other connection has committed; the cheapest way to notice news.
    [[nodiscard]] Result<std::int64_t> dataVersion();

private:
    Store(std::unique_ptr<Connection> connection, std::string location, OpenMode mode, const Clock &clock);
    std::unique_ptr<Connection> m_connection;
    std::string m_location;
    OpenMode m_mode;
    const Clock &m_clock;
    std::string m_actor;
};

// What keeps a store from being opened, where more can be done about it than to say it.
enum class OpenTrouble {
    Other,
    NoStore, // nothing of ours there yet; one could be made
    Password, // none was given, or the server refuses it
};
[[nodiscard]] OpenTrouble openTroubleOf(const Error &error);

// Whether several gateways may have the store at this place at once.
[[nodiscard]] bool isShared(const std::string &location);
// Fit for people and logs: a path as it is, an address without its secrets.
[[nodiscard]] std::string shownLocation(const std::string &location);
// $XDG_DATA_HOME/gatehouse/gatehouse.db, or GATEHOUSE_STORE when set.
[[nodiscard]] std::string defaultStoreLocation();
// $XDG_CACHE_HOME/gatehouse, or the folder a service was given; empty when there is no place for one. What is
// in it may go at any time.
[[nodiscard]] std::filesystem::path cacheFolder();
// $XDG_CONFIG_HOME/gatehouse.
[[nodiscard]] std::filesystem::path configFolder();
// The key material that belongs to a store lives outside the database: HMAC key, CMS recipient. Beside a
// file; of a PostgreSQL store below $XDG_DATA_HOME/gatehouse/postgresql, named after host, port and database.
[[nodiscard]] std::filesystem::path keyFolderOf(const std::string &location);
// How the files of a gateway that uses this store begin (lock, local journal): beside a file, or in that
// folder with the gateway's name, which is then made.
[[nodiscard]] std::string gatewayFilesOf(const std::string &location, const std::string &gatewayId);

} // namespace gatehouse::store
