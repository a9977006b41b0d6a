// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes the evidence pack of one call to a file, off the GUI thread.

#include "models/review/evidence_pack_view.h"

#include "core/base/error.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class EvidenceExport final : public QObject {
    Q_OBJECT

public:
    // Draws the pack into a file, on a thread of the export's own; asks between pages whether to stop, and
    // leaves no file then.
    using Draw = std::function<Status(
        const QString &file, const EvidencePackView &pack, const std::function<bool()> &stopped)>;

    // `session` outlives this.
    explicit EvidenceExport(StoreSession &session, QObject *parent = nullptr);
    ~EvidenceExport() override; // stops a running one

    // Without `draw` the JSON is written. One at a time; false while one runs.
    bool start(const QString &file, const QString &id, Draw draw = {});

Q_SIGNALS:
    void finished(const QString &file);
    void failed(const QString &problem);

private:
    StoreReader *m_reader;
    std::shared_ptr<std::atomic_bool> m_stop;
    bool m_running = false;
};

} // namespace gatehouse::console
