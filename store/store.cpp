// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include "store/open_errors.h"
#include "store/postgres/address.h"
#include "store/postgres/connection.h"
#include "store/sqlite/connection.h"

#include <algorithm>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace gatehouse::store {

namespace {

std::string environment(const char *variable)
{
    const char *value = std::getenv(variable);
    return value ? value : "";
}

// The passwd entry rather than $USER: the audit log must not believe a variable anybody can set.
std::string loginName()
{
    std::vector<char> buffer(4096);
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return found->pw_name;
    return std::to_string(getuid());
}

std::filesystem::path folderOf(const char *variable, const char *belowHome)
{
    const std::string given = environment(variable);
    const std::filesystem::path base = given.starts_with('/')
        ? std::filesystem::path(given)
        : std::filesystem::path(environment("HOME")) / belowHome;
    return base / "gatehouse";
}

std::filesystem::path dataFolder()
{
    return folderOf("XDG_DATA_HOME", ".local/share");
}

// The default folder is ours to make; any other must be there.
void makeDefaultFolder(const std::string &location)
{
    const auto folder = dataFolder();
    if (std::filesystem::path(location).parent_path() != folder)
        return;
    std::error_code ignored;
    if (std::filesystem::create_directories(folder, ignored))
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
}

} // namespace

Store::Store(std::unique_ptr<Connection> connection, std::string location, OpenMode mode, const Clock &clock)
    : m_connection(std::move(connection))
    , m_location(std::move(location))
    , m_mode(mode)
    , m_clock(clock)
    , m_actor("user:" + loginName())
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::string &location, OpenMode mode, const Clock &clock)
{
    if (location.empty())
        return fail(ErrorKind::InvalidInput, "no store was named", {}, "name a file");
    if (mode == OpenMode::Create && !isPostgres(location))
        makeDefaultFolder(location);
    auto connection = isPostgres(location) ? PostgresConnection::open(location, mode)
                                           : SqliteConnection::open(location, mode);
    if (!connection)
        return tl::unexpected(connection.error());
    std::unique_ptr<Store> store(new Store(std::move(*connection), location, mode, clock));
    store->m_actor = store->m_connection->actorByDefault(store->m_actor);
    return store;
}

void Store::setActor(const std::string &actor)
{
    m_actor = m_connection->setActor(actor);
}

OpenTrouble openTroubleOf(const Error &error)
{
    if (error.what == saysNoStore)
        return OpenTrouble::NoStore;
    if (error.what == saysPasswordRefused || error.what == saysPasswordMissing)
        return OpenTrouble::Password;
    return OpenTrouble::Other;
}

bool isShared(const std::string &location)
{
    return isPostgres(location);
}

std::string shownLocation(const std::string &location)
{
    if (!isPostgres(location))
        return location;
    const auto address = readPostgresAddress(location);
    return address ? address->shown : "postgresql://";
}

std::string Store::displayName() const
{
    return m_connection->place();
}

void Store::interrupt()
{
    m_connection->interrupt();
}

Status Store::checkInPlace()
{
    return m_connection->checkInPlace();
}

Result<std::int64_t> Store::dataVersion()
{
    return attempt(*m_connection, [&]() -> Result<std::int64_t> { return m_connection->dataVersion(); });
}

std::filesystem::path cacheFolder()
{
    const std::string service = environment("CACHE_DIRECTORY"); // systemd's, ready to use
    if (service.starts_with('/'))
        return service;
    const std::filesystem::path folder = folderOf("XDG_CACHE_HOME", ".cache");
    return folder.is_absolute() ? folder : std::filesystem::path();
}

std::filesystem::path configFolder()
{
    return folderOf("XDG_CONFIG_HOME", ".config");
}

std::string defaultStoreLocation()
{
    const std::string named = environment("GATEHOUSE_STORE");
    return named.empty() ? (dataFolder() / "gatehouse.db").string() : named;
}

std::filesystem::path keyFolderOf(const std::string &location)
{
    if (isPostgres(location)) {
        // One database, one set of keys, whoever connects and however.
        const auto address = readPostgresAddress(location);
        return dataFolder() / "postgresql" / ((address ? address->identity : "unknown") + ".keys");
    }
    // One file, one set of keys, by whatever path it is reached.
    std::error_code ignored;
    const auto canonical = std::filesystem::weakly_canonical(location, ignored);
    return (canonical.empty() ? std::filesystem::path(location) : canonical).string() + ".keys";
}

std::string gatewayFilesOf(const std::string &location, const std::string &gatewayId)
{
    if (!isPostgres(location))
        return location;
    std::filesystem::path keys = keyFolderOf(location);
    std::error_code ignored; // whoever writes there then says what is wrong
    if (std::filesystem::create_directories(keys.parent_path(), ignored))
        std::filesystem::permissions(keys.parent_path(), std::filesystem::perms::owner_all, ignored);
    std::string name = gatewayId;
    std::replace(name.begin(), name.end(), '/', '_');
    return keys.replace_extension().string() + "." + name;
}

} // namespace gatehouse::store
