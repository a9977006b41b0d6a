// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/patterns/scan_database.h"

#include "core/checks/patterns/database_file.h"

#include <algorithm>
#include <climits>
#include <cstdlib>
#include <deque>
#include <hs.h>
#include <mutex>

namespace gatehouse {

namespace {

// What was used last, so that the next version of a policy and its neighbours compile in no time.
class RecentDatabases {
public:
    ScanDatabasePtr find(const std::string &digest)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(
            m_recent.begin(), m_recent.end(), [&](const Entry &entry) { return entry.digest == digest; });
        if (found == m_recent.end())
            return {};
        std::rotate(m_recent.begin(), found, found + 1);
        return m_recent.front().database;
    }

    void keep(const std::string &digest, ScanDatabasePtr database)
    {
        const std::lock_guard lock(m_mutex);
        m_recent.push_front({digest, std::move(database)});
        if (m_recent.size() > most)
            m_recent.pop_back();
    }

    void clear()
    {
        const std::lock_guard lock(m_mutex);
        m_recent.clear();
    }

private:
    struct Entry {
        std::string digest;
        ScanDatabasePtr database;
    };
    static constexpr std::size_t most = 8; // a few MB each
    std::mutex m_mutex;
    std::deque<Entry> m_recent;
};

RecentDatabases &recentDatabases()
{
    static RecentDatabases databases;
    return databases;
}

bool endMattersTo(const ScanPattern &pattern)
{
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_expression_info(pattern.expression.c_str(), pattern.flags, &info, &error) != HS_SUCCESS) {
        hs_free_compile_error(error);
        return true;
    }
    const std::unique_ptr<hs_expr_info_t, decltype(&std::free)> freed(info, &std::free);
    return info->matches_at_eod != 0;
}

// For block mode the engine also builds a second machine, for texts below 70 bytes; that takes longer than
// all the rest.
unsigned engineMode(ScanMode mode)
{
    return mode == ScanMode::Stream ? HS_MODE_STREAM
        : mode == ScanMode::Whole   ? HS_MODE_BLOCK
                                    : HS_MODE_VECTORED;
}

std::string_view nameInDigest(ScanMode mode)
{
    return mode == ScanMode::Stream ? " stream" : mode == ScanMode::Whole ? "" : " vectored";
}

Result<ScanDatabasePtr> compile(const std::vector<ScanPattern> &patterns, ScanMode mode)
{
    std::vector<const char *> expressions;
    std::vector<unsigned> flags, ids;
    for (const ScanPattern &pattern : patterns) {
        ids.push_back(static_cast<unsigned>(expressions.size()));
        expressions.push_back(pattern.expression.c_str());
        flags.push_back(pattern.flags);
    }
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_compile_multi(expressions.data(), flags.data(), ids.data(),
            static_cast<unsigned>(expressions.size()), engineMode(mode), nullptr, &database, &error)
        != HS_SUCCESS) {
        const std::string reason = error ? error->message : "no reason given";
        const std::string which = error && error->expression >= 0
            ? patterns[static_cast<std::size_t>(error->expression)].expression
            : std::string();
        hs_free_compile_error(error);
        return fail(ErrorKind::InvalidInput, "the patterns can't be compiled together: " + reason, which);
    }
    const bool endMatters
        = mode == ScanMode::Stream && std::any_of(patterns.begin(), patterns.end(), endMattersTo);
    return std::make_shared<const ScanDatabase>(database, endMatters);
}

// Names what a serialized database depends on besides its patterns.
std::string engineOfThisMachine()
{
    hs_platform_info_t platform{};
    hs_populate_platform(&platform);
    return std::string(hs_version()) + " cpu " + std::to_string(platform.tune) + '/'
        + std::to_string(platform.cpu_features);
}

// Kept is one byte, whether the end matters, and what the engine makes of the database.
ScanDatabasePtr load(const DatabaseFile &file)
{
    const auto bytes = file.read();
    hs_database_t *database = nullptr;
    if (!bytes || bytes->empty()
        || hs_deserialize_database(bytes->data() + 1, bytes->size() - 1, &database) != HS_SUCCESS)
        return {};
    return std::make_shared<const ScanDatabase>(database, bytes->front() != '0');
}

void save(const ScanDatabase &database, const DatabaseFile &file)
{
    char *bytes = nullptr;
    std::size_t size = 0;
    if (hs_serialize_database(database.engine(), &bytes, &size) != HS_SUCCESS)
        return;
    const std::unique_ptr<char, decltype(&std::free)> freed(bytes, &std::free);
    file.write((database.endMatters() ? '1' : '0') + std::string(bytes, size));
}

} // namespace

ScanDatabase::ScanDatabase(hs_database *engine, bool endMatters)
    : m_engine(engine)
    , m_endMatters(endMatters)
{
}

ScanDatabase::~ScanDatabase()
{
    hs_free_database(m_engine);
}

Result<ScanWidth> inspectExpression(const ScanPattern &pattern)
{
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_expression_info(pattern.expression.c_str(), pattern.flags, &info, &error) != HS_SUCCESS) {
        std::string reason = error ? error->message : "the engine gave no reason";
        hs_free_compile_error(error);
        return fail(ErrorKind::InvalidInput, "the scan engine can't take this expression: " + reason, {},
            "look-around and back-references are not available");
    }
    const std::unique_ptr<hs_expr_info_t, decltype(&std::free)> freed(info, &std::free);
    if (info->min_width == 0)
        return fail(ErrorKind::InvalidInput, "the expression matches the empty text", {},
            "make at least one part required");
    return ScanWidth{info->max_width != UINT_MAX, info->max_width};
}

Result<ScanDatabasePtr> scanDatabase(const DatabaseRequest &request, FunctionRef<Status()> validate)
{
    const std::string digest = request.digest + std::string(nameInDigest(request.mode));
    if (ScanDatabasePtr known = recentDatabases().find(digest))
        return known;
    const DatabaseFile file(request.folder, digest, engineOfThisMachine());
    ScanDatabasePtr database = load(file);
    if (!database) {
        if (auto valid = validate(); !valid)
            return tl::unexpected<Error>(valid.error());
        auto compiled = compile(request.patterns, request.mode);
        if (!compiled)
            return compiled;
        database = std::move(*compiled);
        save(*database, file);
    }
    recentDatabases().keep(digest, database);
    return database;
}

void forgetScanDatabases()
{
    recentDatabases().clear();
}

} // namespace gatehouse
