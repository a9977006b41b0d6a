// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writing an export: the file appears whole or not at all, and an error says which file and why.

#include "core/base/error.h"

#include <QString>

#include <functional>
#include <string_view>

namespace gatehouse::console {

// Takes a piece of the export; false stops it.
using ExportSink = std::function<bool(std::string_view)>;

// `produce` hands every piece to the sink it is given. A write that fails stops it, and is the error.
// `cancelled` is asked before each piece; a cancelled export leaves no file and is LimitExceeded with an
// empty `where`.
[[nodiscard]] Status writeExport(const QString &file,
    const std::function<Status(const ExportSink &)> &produce, const std::function<bool()> &cancelled);

} // namespace gatehouse::console
