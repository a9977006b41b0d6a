// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/statement.h"

#include <sqlite3.h>

namespace gatehouse::store {

namespace {

struct Meaning {
    int code;
    ErrorKind kind;
    const char *what;
    const char *advice;
};

// https://www.sqlite.org/rescode.html; the primary codes a person can do something about.
constexpr Meaning meanings[] = {
    {SQLITE_BUSY, ErrorKind::Unreachable, "the store is locked", "another program is using it; try again"},
    {SQLITE_LOCKED, ErrorKind::Unreachable, "the store is locked", "another program is using it; try again"},
    {SQLITE_READONLY, ErrorKind::Unreachable, "the store is read-only",
        "allow this user to write file and folder"},
    {SQLITE_FULL, ErrorKind::Unreachable, "no space left for the store", "free space on its disk"},
    {SQLITE_IOERR, ErrorKind::Unreachable, "the store's disk failed",
        "check the disk and the space left on it"},
    {SQLITE_CANTOPEN, ErrorKind::Unreachable, "the store can't be opened",
        "check the permissions of file and folder"},
    {SQLITE_PERM, ErrorKind::Unreachable, "the store can't be opened",
        "check the permissions of file and folder"},
    {SQLITE_NOTADB, ErrorKind::Corrupt, "the file is not a Gatehouse store", "name another file"},
    {SQLITE_CORRUPT, ErrorKind::Corrupt, "the store is damaged", "restore it from a backup"},
    {SQLITE_CONSTRAINT, ErrorKind::Conflict, "the store refused a row that contradicts another", ""},
    {SQLITE_TOOBIG, ErrorKind::LimitExceeded, "a value is too large for the store", ""},
    {SQLITE_INTERRUPT, ErrorKind::Internal, "the query was stopped", ""},
};

} // namespace

SqlFailure toFailure(const SQLite::Exception &exception, const std::string &place)
{
    const int primary = exception.getErrorCode() & 0xff;
    for (const Meaning &meaning : meanings) {
        if (meaning.code == primary)
            return SqlFailure({meaning.kind, meaning.what, place, meaning.advice});
    }
    return SqlFailure({ErrorKind::Internal, std::string("the store failed: ") + exception.what(), place, ""});
}

} // namespace gatehouse::store
