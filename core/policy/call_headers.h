// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Header fields of a call as conditions see them: by name in any case, without those that may hold a secret.

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

class CallHeaders {
public:
    // False, and not kept: the name is none (RFC 9110), may hold a secret, or the value has a line end.
    bool add(std::string_view name, std::string_view value);
    // Of a field that came several times its values in order, joined by ", " (RFC 9110, 5.3).
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
    [[nodiscard]] bool empty() const { return m_lines.empty(); }

private:
    std::string m_lines; // "name:value\n", names in lower case: one allocation a call
};

[[nodiscard]] bool isHeaderName(std::string_view name);
// Whether values under this name are credentials or could be used like some: authorization, cookies, and
// names with a word such as key, token or secret.
[[nodiscard]] bool mayHoldSecret(std::string_view name);

} // namespace gatehouse
