// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The policies of a store: the published one, the way back, and every change made to them, off the GUI
// thread.

#include "models/policies/policy_entry.h"

#include <QObject>

namespace gatehouse::console {

class Permissions;
class StoreReader;
class StoreSession;

class PolicyBook final : public QObject {
    Q_OBJECT

public:
    // `session` outlives the book. Reads at once, and again whenever the store changes.
    explicit PolicyBook(StoreSession &session, QObject *parent = nullptr);
    [[nodiscard]] Permissions &permissions() const; // of the session

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    // The published version; empty version when there is none.
    [[nodiscard]] const PolicyEntry &published() const { return m_published; }
    [[nodiscard]] const QByteArray &publishedJson() const { return m_publishedJson; }
    [[nodiscard]] const std::vector<PolicyEntry> &history() const { return m_history; }

    void refresh();
    // Answered by published() or publishFailed(); the last good one stays when it failed.
    void publish(const QByteArray &json, const QString &reason);
    void rollBack(const QString &version, const QString &reason);
    // Answered by draftSaved() or publishFailed().
    void saveDraft(const QByteArray &json);
    // Answered by fetched() or fetchFailed().
    void fetch(const QString &version);

Q_SIGNALS:
    void loaded(); // after every refresh that brought news
    void loadFailed(const QString &problem);
    void versionPublished(const gatehouse::console::PolicyEntry &entry);
    void draftSaved(const gatehouse::console::PolicyEntry &entry);
    void publishFailed(const QString &problem);
    void fetched(const QString &version, const QByteArray &json);
    void fetchFailed(const QString &problem);

private:
    StoreSession &m_session;
    StoreReader *m_reader;
    StoreReader *m_fetcher;
    PolicyEntry m_published;
    QByteArray m_publishedJson;
    std::vector<PolicyEntry> m_history;
    bool m_loaded = false;
};

} // namespace gatehouse::console
