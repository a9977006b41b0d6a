// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Exports what the filter matches: asks where to, shows how far it is, and can be stopped.

#include "models/explorer/interaction_export.h"
#include "ui/widgets/work_line.h"

namespace gatehouse::console {

class ExportBar : public WorkLine {
    Q_OBJECT

public:
    // `exporter` outlives the bar.
    explicit ExportBar(InteractionExport &exporter, QWidget *parent = nullptr);

    // Asks for the file, then exports.
    void ask(const QString &filter);
    void start(const QString &file,
        const QString &filter); // .csv gives CSV, .ocsf.jsonl findings, any other name JSON lines

Q_SIGNALS:
    void troubleSaid(const QString &problem);

private:
    InteractionExport &m_exporter;
};

} // namespace gatehouse::console
