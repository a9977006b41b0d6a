// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes what a filter matches to a file, off the GUI thread, with progress and a way to stop.

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class InteractionExport final : public QObject {
    Q_OBJECT

public:
    enum class Format { JsonLines, Csv, Ocsf };

    // `session` outlives this.
    explicit InteractionExport(StoreSession &session, QObject *parent = nullptr);
    ~InteractionExport() override; // stops a running export

    // One at a time. Answered by finished(), cancelled() or failed(); the file appears whole or not at all.
    void start(const QString &file, Format format, const QString &filter);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total); // a few times a second
    void finished(const QString &file, qint64 interactions);
    void cancelled();
    void failed(const QString &problem);

private:
    StoreReader *m_reader;
    std::shared_ptr<std::atomic_bool> m_stop;
    bool m_running = false;
};

} // namespace gatehouse::console
