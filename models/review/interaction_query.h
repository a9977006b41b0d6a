// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads one interaction at a time for a detail pane; keeps the next one ready so that advancing paints at
// once.

#include "models/review/interaction_view.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <memory>

namespace gatehouse::console {

class JudgingPolicies;
class Permissions;
class StoreReader;
class StoreSession;

class InteractionQuery : public QObject {
    Q_OBJECT

public:
    explicit InteractionQuery(StoreSession &session, QObject *parent = nullptr);

    // Shows this one; a call overtaken by another never answers. `ahead` is read when the reader is idle.
    // Whoever may not read what calls said is told so as a failure.
    void show(const QString &id, const QString &ahead = {});
    void clear();
    void refresh(); // the present one again, after a change

Q_SIGNALS:
    void shown(const gatehouse::console::InteractionView &view);
    void failed(const QString &id, const QString &why);

private:
    void readAhead();
    void refreshSoon();
    void read(const QString &id, bool show);
    const Permissions &m_permissions;
    std::shared_ptr<JudgingPolicies> m_policies; // asked on both readers' threads
    StoreReader *m_reader;
    StoreReader *m_prefetcher;
    QTimer m_pause; // until what changed is read again
    QCache<QString, InteractionView> m_ahead;
    QString m_current;
    QString m_next; // the one read ahead
};

} // namespace gatehouse::console
