// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Labelled texts that checks are measured and models are trained on, read row by row from a folder of
// *.jsonl and *.jsonl.gz files.
//
// A row is one JSON object a line: id, source, split, kind, label (0 or 1: must be flagged) and text, or a
// whole body in "request" (and the answer to it in "response"); zone, lang and meta may be missing. Other
// fields are passed over, so that a data set may carry its own notes.

#include "core/base/error.h"
#include "core/message/segment.h"

#include <boost/json/object.hpp>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::tools {

struct LabelledRow {
    std::string id, source, split, kind, lang;
    std::string text; // UTF-8; empty when the row carries a body instead
    int label = 0; // 1: must be flagged
    std::optional<TrustZone> zone; // of the text, when the row says so
    std::optional<std::string> request, response; // bodies, JSON text
    boost::json::object meta;

    std::string file; // name without its folder: what a table groups by
    std::size_t line = 0;

    // A text of meta, "" when there is none.
    [[nodiscard]] std::string metaText(std::string_view key) const;
};

// The *.jsonl and *.jsonl.gz files of a folder by name, or the one file that is named. NotFound when the
// place isn't there or holds none.
[[nodiscard]] Result<std::vector<std::filesystem::path>> labelledFiles(const std::filesystem::path &place);

// Hands every row to `use`, file by file in the order of their names, until that returns false. A row that
// can't be read stops it: InvalidInput with "file:line /field" in `where`.
[[nodiscard]] Status readLabelledRows(
    const std::filesystem::path &place, const std::function<bool(LabelledRow &&)> &use);

// One line. The place of an error is the JSON pointer of the field.
[[nodiscard]] Result<LabelledRow> readLabelledRow(std::string_view line);

} // namespace gatehouse::tools
