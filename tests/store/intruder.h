// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Another program at the store, with SQL of its own.

#include <functional>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <string>

namespace gatehouse::store::test {

class Intruder {
public:
    explicit Intruder(const std::string &location);
    ~Intruder();
    Intruder(const Intruder &) = delete;
    Intruder &operator=(const Intruder &) = delete;

    void run(const std::string &sql);
    // The last column of each row.
    void each(const std::string &sql, const std::function<void(const char *)> &take);
    std::string value(const std::string &sql);
    // Keeps all others from writing calls until unlock(), or the end.
    void lock();
    void unlock();
    // These bytes as SQL.
    [[nodiscard]] std::string literal(const std::string &hex) const;

private:
    sqlite3 *m_database = nullptr;
    PGconn *m_session = nullptr;
};

} // namespace gatehouse::store::test
