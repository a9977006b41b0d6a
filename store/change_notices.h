// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Hears of changes in a store as they are committed, where its engine tells of them.

#include <functional>
#include <memory>
#include <string>

namespace gatehouse::store {

class PostgresListener;

// Notices can be lost (a connection broke, a pooler stands in between), and calls that were recorded give
// none: whoever has to know looks at Store::dataVersion() all the same, only less often.
class ChangeNotices {
public:
    // `heard` is called on a thread of its own after each change that people made or that was made in their
    // name, and once after some may have been missed. It needs no privilege in the database.
    ChangeNotices(const std::string &location, std::function<void()> heard);
    ~ChangeNotices();
    ChangeNotices(const ChangeNotices &) = delete;
    ChangeNotices &operator=(const ChangeNotices &) = delete;

    // Whether the store at this place tells of changes; a file has to be looked at.
    [[nodiscard]] static bool areGiven(const std::string &location);

private:
    std::unique_ptr<PostgresListener> m_listener; // null: nothing is told
};

} // namespace gatehouse::store
