// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What commands read: whole files of a bounded size, and standard input line by line.

#include "core/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::gateway::cli {

// The longest text or line a command reads, in bytes.
constexpr std::size_t inputLimit = std::size_t{16} << 20;

// A whole file, "-" for standard input. InvalidInput when it is missing, no file, or over the limit.
[[nodiscard]] Result<std::string> readInput(const std::string &path, std::size_t limit = inputLimit);

[[nodiscard]] bool isUtf8(std::string_view text);

// "a,b" as a list; blanks around words are dropped. InvalidInput for an empty word; `option` names it in the
// error.
[[nodiscard]] Result<std::vector<std::string>> splitList(const std::string &text, const std::string &option);

// Lines of a file descriptor, without their line ends.
class LineReader {
public:
    explicit LineReader(int descriptor, std::size_t limit = inputLimit);

    enum class Got { Line, TooLong, End };
    // TooLong: the line was over the limit and is skipped to its end. Unreachable when reading fails.
    [[nodiscard]] Result<Got> next(std::string &line);
    // A whole further line has been read already, so next() will not wait.
    [[nodiscard]] bool hasLineWaiting() const;

private:
    [[nodiscard]] Result<bool> refill();

    int m_descriptor;
    std::size_t m_limit;
    std::string m_buffer;
    std::size_t m_at = 0; // what is before was handed out
};

} // namespace gatehouse::gateway::cli
