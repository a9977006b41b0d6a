// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the store asks of a database engine: prepared statements, transactions, and the few things every
// engine does in its own way. One SQL text serves both engines; store/sqlite/ and store/postgres/ implement
// this.

#include "core/base/error.h"
#include "core/base/secret_string.h"
#include "core/base/time.h"
#include "store/sql/statement.h"
#include "store/store.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace gatehouse::store {

class RecordWriter;
class ReviewJobWriter;

// What a transaction writes, and so whom it has to keep out.
enum class Writing {
    Change, // made by people or in their name, with its audit entry: one after the other
    Records, // rows of calls, which only their gateway writes; that the log stays short is somebody else's
             // care
};

enum class Dropping { Calls, Bodies };

// SQL whose text differs from engine to engine.
struct Dialect {
    // A condition over `interaction i`: its stored text holds the one parameter, a word or phrase whose last
    // star means "begins with".
    std::string textMatches;
    std::string (*textParameter)(const std::string &words) = nullptr;
    // The table of calls where a range of time is asked for.
    std::string interactionByTime;
    // Number and id of pending calls whose gateway is gone, for one that starts: its own of before included.
    std::string abandonedCalls;
    // The same for one that runs; empty where no other can be.
    std::string callsOfOthersGone = {};
    // Appends an audit entry of a time, an actor, an action, an object, before, after and a reason, where the
    // engine itself keeps the log; empty: its programs do.
    std::string auditEntry = {};
    // A condition: whoever asks may do the action that is its one parameter; empty: everything.
    std::string mayDo = {};
    // The first words of `interaction i`, for whoever may read them.
    std::string snippet = "i.snippet";
    // Counts at most ?2 calls that `textMatches` ?1 would find; empty where the engine keeps statistics and
    // plans by them.
    std::string countText = {};
    // A condition over `interaction i`: its number is in a JSON array, the one parameter.
    std::string callsNumbered = "i.n IN (SELECT value FROM json_each(?1))";
    // The shard of the rollups that the transaction counts in.
    std::string rollupShard = "0";
    // Appends the entry of a reveal, of a call, the key's fingerprint and a reason, where the engine keeps
    // the log and who may reveal; empty: its programs do.
    std::string revealEntry = {};
    // Body and envelope of all that is sealed of the call that is its one parameter.
    std::string sealedOf
        = "SELECT s.body, s.envelope FROM sealed_originals s JOIN interaction i ON i.n = s.n "
          "WHERE i.id = ? ORDER BY s.body";
    // As `textMatches`, asked of one call at a time; and a count of all calls above a number ?2 that ?1
    // finds. Where there is a `countText`.
    std::string callMatches = {};
    std::string countNewText = {};
};

// Not shared between threads; only interrupt() may be called by another. What may throw throws SqlFailure.
class Connection {
public:
    virtual ~Connection() = default;

    // A statement for this SQL, fresh or from before; give it back with putBack().
    [[nodiscard]] std::unique_ptr<Statement> take(const std::string &sql);
    void putBack(std::unique_ptr<Statement> statement) noexcept;

    // Runs SQL without parameters or rows.
    virtual void execute(const char *sql) = 0;
    virtual void begin(Writing writing) = 0;
    virtual void beginReading() = 0;
    virtual void commit(Writing writing) = 0;
    virtual void rollBack() noexcept = 0;
    // For the records of the open transaction; gone before the connection.
    [[nodiscard]] virtual std::unique_ptr<RecordWriter> recordWriter() = 0;
    // For jobs of the store whose connection this is; gone before it.
    [[nodiscard]] virtual std::unique_ptr<ReviewJobWriter> reviewJobWriter(Store &store) = 0;

    // Makes a running statement fail soon.
    virtual void interrupt() noexcept = 0;
    // Unreachable when what is written could not be found again.
    [[nodiscard]] virtual Status checkInPlace() = 0;
    // Changes whenever any other connection has committed.
    [[nodiscard]] virtual std::int64_t dataVersion() = 0;
    // In whose name rows are written from now on: the one that is given, or whom the engine knows better.
    [[nodiscard]] virtual std::string setActor(const std::string &actor) { return actor; }
    // The same before anybody was named.
    [[nodiscard]] virtual std::string actorByDefault(const std::string &actor) { return actor; }
    // How long a statement waits for another writer.
    virtual void setPatience(Micros patience) = 0;

    [[nodiscard]] virtual const Dialect &dialect() const = 0;
    [[nodiscard]] virtual std::string engine() = 0; // "sqlite 3.40.1"
    [[nodiscard]] virtual std::int64_t schema() = 0;
    [[nodiscard]] virtual std::int64_t bytesOnDisk() = 0;
    [[nodiscard]] virtual std::int64_t bytesInUse() = 0;
    // After much was deleted, in short steps.
    virtual void giveBackSpace() = 0;
    // Everything that makes the store smaller or faster and may take a while.
    virtual void tidy() = 0;

    // The text index of finished calls.
    virtual void addToSearch(std::int64_t n) = 0;
    virtual void removeFromSearch(std::int64_t n) = 0;

    // What a server is told instead of a password.
    [[nodiscard]] virtual std::string passwordVerifier(
        const std::string &person, const SecretString &password);
    // Puts in place who may do what; the roles the server lacks for it, or nothing when it is not for this
    // login to do.
    virtual std::optional<std::vector<std::string>> renewAccess() { return {}; }

    // Where calls of these times will stand, for an engine that keeps them apart by time; those whose place
    // is missing make it themselves.
    virtual void makeRoom([[maybe_unused]] Timestamp from, [[maybe_unused]] Timestamp to) { }
    // Drops at once what is wholly before `cutoff` and has nothing that must stay, without going through the
    // rows; each step is a transaction of its own. Returns of how many calls.
    [[nodiscard]] virtual std::int64_t dropBefore(
        [[maybe_unused]] Timestamp cutoff, [[maybe_unused]] Dropping what)
    {
        return 0;
    }
    // Up to when calls are deleted one by one: what dropBefore() will take soon is left to it.
    [[nodiscard]] virtual Timestamp rowsBefore(Timestamp cutoff) { return cutoff; }
    // After calls were deleted: what the rollups of hours before this one need no more.
    virtual void tidyRollups(std::int64_t hour) = 0;
    // Inside a transaction: calls with all that belongs to them; only what they said.
    virtual void deleteCalls(const std::vector<std::int64_t> &numbers) = 0;
    virtual void deleteBodies(const std::vector<std::int64_t> &numbers) = 0;

    // A write-ahead log that this program has to look after: its pages after this connection's last commit.
    [[nodiscard]] virtual int logPages() const { return 0; }
    // Copies what it can into the database without making anybody wait.
    virtual void checkpoint() { }
    // Also empties the log's file, when no reader is in the way for long.
    virtual void checkpointAndTruncate() { }

    // The file's path or the address without a password.
    [[nodiscard]] const std::string &place() const { return m_place; }

protected:
    explicit Connection(std::string place)
        : m_place(std::move(place))
    {
    }
    [[nodiscard]] virtual std::unique_ptr<Statement> prepare(const std::string &sql) = 0;
    void forgetStatements() { m_idle.clear(); }

private:
    std::string m_place;
    std::unordered_map<std::string, std::unique_ptr<Statement>> m_idle;
};

// A write transaction: rolls back unless committed.
class WriteTransaction {
public:
    explicit WriteTransaction(Connection &connection, Writing writing = Writing::Change);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction &) = delete;
    WriteTransaction &operator=(const WriteTransaction &) = delete;
    void commit();

private:
    Connection &m_connection;
    Writing m_writing;
    bool m_open = true;
};

// One view of the data over several reads; keep it short.
class ReadTransaction {
public:
    explicit ReadTransaction(Connection &connection);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Connection &m_connection;
};

// Runs `work`, which returns a Result, and turns what an engine throws into its error.
template <class Work>
[[nodiscard]] auto attempt([[maybe_unused]] Connection &connection, Work &&work) -> std::invoke_result_t<Work>
{
    try {
        return work();
    } catch (const SqlFailure &failure) {
        return tl::unexpected<Error>(failure.error());
    }
}

} // namespace gatehouse::store
