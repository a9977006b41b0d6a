// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A secret: it is wiped when it goes, cannot be printed, and compares in constant time only.

#include <string>
#include <string_view>

namespace gatehouse {

class SecretString {
public:
    SecretString() = default;
    explicit SecretString(std::string_view text);
    SecretString(const SecretString &other);
    SecretString(SecretString &&other) noexcept;
    SecretString &operator=(const SecretString &other);
    SecretString &operator=(SecretString &&other) noexcept;
    ~SecretString();

    // The only way to the bytes; the name is meant to stand out in a review.
    [[nodiscard]] std::string_view reveal() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    // Constant time for equal lengths; a different length is no secret.
    [[nodiscard]] bool matches(std::string_view other) const;

private:
    void wipe();
    std::string m_text;
};

} // namespace gatehouse
