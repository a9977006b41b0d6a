// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One compiled database in a cache folder. It is a cache: whatever is wrong with a file, it is not there.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

class DatabaseFile {
public:
    // An empty folder keeps nothing. `engine` names what the bytes depend on besides `digest`.
    DatabaseFile(const std::filesystem::path &folder, const std::string &digest, const std::string &engine);

    // The bytes written for this digest and engine. Nothing when there is no such file, when it is cut,
    // damaged or of something else, or when anybody but this user (or root) could have written it: the engine
    // trusts what it is given.
    [[nodiscard]] std::optional<std::string> read() const;
    // Whole or not at all; the oldest files beyond 16 go.
    void write(std::string_view bytes) const;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    [[nodiscard]] std::string header(std::string_view bytes) const;

    std::filesystem::path m_folder, m_path;
    std::string m_key;
};

} // namespace gatehouse
