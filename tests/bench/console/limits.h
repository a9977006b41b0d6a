// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What SQLite alone takes on the same file.

#include <cstdint>
#include <string>

struct sqlite3;

namespace gatehouse::bench {

class Limits {
public:
    explicit Limits(const std::string &file);
    ~Limits();
    Limits(const Limits &) = delete;
    Limits &operator=(const Limits &) = delete;

    // Milliseconds, the best of five: the 200 newest rows with a condition over `interaction`.
    [[nodiscard]] double firstRows(const std::string &condition);
    // Milliseconds: all row numbers in the order of a column.
    [[nodiscard]] double sorted(const std::string &column);
    // Of the words of the fifty oldest texts the one that fewest texts have.
    [[nodiscard]] std::string rareWord();

private:
    [[nodiscard]] double timeOf(const std::string &sql);
    [[nodiscard]] std::string oldestTexts();
    [[nodiscard]] std::int64_t callsWith(const std::string &word);
    sqlite3 *m_database = nullptr;
};

} // namespace gatehouse::bench
