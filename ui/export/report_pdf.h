// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The report of a period on paper.

#include "models/audit/period_report_view.h"

#include "core/base/error.h"

#include <functional>

namespace gatehouse::console {

// On whichever thread; see ReportWriter::Draw.
[[nodiscard]] Status drawReportPdf(
    const QString &file, const PeriodReportView &report, const std::function<bool()> &stopped);

} // namespace gatehouse::console
