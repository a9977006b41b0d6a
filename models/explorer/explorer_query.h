// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Index rows from the store as the Explorer shows them. For the models of this folder only.

#include "models/explorer/explorer_model.h"
#include "store/interactions.h"

namespace gatehouse::console {

using ExplorerPage = std::vector<ExplorerRow>;

[[nodiscard]] ExplorerPage toExplorerRows(const std::vector<store::InteractionRow> &rows);
[[nodiscard]] Result<ExplorerPage> readExplorerPage(
    store::Store &store, const QString &filter, const QString &last, bool oldestFirst);
// What is above `floor`, newest first.
[[nodiscard]] Result<ExplorerPage> readExplorerNews(
    store::Store &store, const QString &filter, const QString &floor);

} // namespace gatehouse::console
