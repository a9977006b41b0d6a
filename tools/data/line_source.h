// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The lines of one text file, compressed by gzip or plain.

#include "core/base/error.h"

#include <filesystem>
#include <memory>
#include <string>

struct gzFile_s;

namespace gatehouse::tools {

class LineSource {
public:
    [[nodiscard]] static Result<LineSource> open(const std::filesystem::path &file);

    // The next line without its end; false at the end of the file. A line over 32 MiB, a damaged or a cut
    // archive are errors.
    [[nodiscard]] Result<bool> next(std::string &line);
    [[nodiscard]] std::size_t lineNumber() const { return m_line; } // of the last line given, from 1

private:
    struct Close {
        void operator()(gzFile_s *file) const;
    };
    LineSource(std::filesystem::path file, gzFile_s *opened);
    [[nodiscard]] Result<bool> fill();

    std::filesystem::path m_file;
    std::unique_ptr<gzFile_s, Close> m_handle;
    std::string m_buffer;
    std::size_t m_from = 0; // in the buffer: what was not given yet
    std::size_t m_line = 0;
};

} // namespace gatehouse::tools
