// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The evidence pack of one call on paper.

#include "models/review/evidence_pack_view.h"

#include "core/base/error.h"

#include <functional>

namespace gatehouse::console {

// On whichever thread; see EvidenceExport::Draw.
[[nodiscard]] Status drawEvidencePdf(
    const QString &file, const EvidencePackView &pack, const std::function<bool()> &stopped);

} // namespace gatehouse::console
