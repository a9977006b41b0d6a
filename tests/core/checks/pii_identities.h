// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Makes identifiers that nobody has: digits at random, the check characters found by trying until the
// issuer's published rule holds. The rules are written here once more, slowly, apart from the check they are
// held against.

#include <functional>
#include <random>
#include <string>
#include <vector>

namespace gatehouse::test {

// `pattern`: # any digit, @ any capital, [abc] one of these, %D %M %Y two digits of a day, month and year, %C
// a century (19 or 20), ? a check digit, ! a check letter or digit; everything else stands for itself.
struct IdentityRule {
    const char *kind;
    const char *sentence; // %1 is the identifier
    const char *pattern;
    std::function<bool(const std::string &compact)> holds; // letters and digits only
};

[[nodiscard]] const std::vector<IdentityRule> &identityRules();

class IdentityMaker {
public:
    explicit IdentityMaker(unsigned seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] std::string valid(const IdentityRule &rule);
    // The same with one check character or digit wrong, so that the rule no longer holds.
    [[nodiscard]] std::string invalid(const IdentityRule &rule);

private:
    [[nodiscard]] std::string fill(const char *pattern, std::vector<std::size_t> &checks);
    [[nodiscard]] std::size_t below(std::size_t limit) { return m_random() % limit; }

    std::mt19937 m_random;
};

// Only letters and digits.
[[nodiscard]] std::string compactOf(const std::string &text);

} // namespace gatehouse::test
