// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The exceptions of a store, and what is done about them, off the GUI thread.

#include "core/base/error.h"
#include "store/exception_preview.h"
#include "store/exceptions.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace gatehouse::console {

class Permissions;
class StoreReader;
class StoreSession;

// What an exception is to say, as it is typed.
struct ExceptionDraft {
    QString rule;
    QString team, environment, useCase, key; // whose calls; "": everybody's
    QString interaction; // whose payload it is for; "": it is for what the pattern fits
    QString pattern;
    int days = 30; // until it ends
    QString reason;
};

struct ExceptionEntry {
    QString id, rule;
    store::ExceptionState state = store::ExceptionState::Active;
    QString calls; // whose, in words
    QString what; // "payload 3fa9c12d", "pattern desk@example\.org"
    QString author, reason;
    QDateTime createdAt, expiresAt;
    qint64 uses = 0;
    QDateTime lastUsedAt; // null: never
    friend bool operator==(const ExceptionEntry &, const ExceptionEntry &) = default;
};
[[nodiscard]] QString word(store::ExceptionState state);

class ExceptionDesk : public QObject {
    Q_OBJECT

public:
    static constexpr int previewDays = 7;

    // `session` outlives it.
    explicit ExceptionDesk(StoreSession &session, QObject *parent = nullptr);
    [[nodiscard]] Permissions &permissions() const;

    // Reads the entries, and again whenever the store changes: for who shows them.
    void watch();
    [[nodiscard]] const std::vector<ExceptionEntry> &entries() const { return m_entries; } // newest first
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    // What each is told comes to `done`, which dies with `context`. A newer preview takes the place of one
    // that waits.
    void preview(const ExceptionDraft &draft, const QObject *context,
        std::function<void(const Result<store::ExceptionPreview> &)> done);
    void add(const ExceptionDraft &draft, const QObject *context,
        std::function<void(const Result<ExceptionEntry> &)> done);
    void remove(const QString &id, const QObject *context, std::function<void(const Status &)> done);
    // Another of the same rule, calls, text, reason and end, after it was removed.
    void addAgain(
        const QString &id, const QObject *context, std::function<void(const Result<ExceptionEntry> &)> done);

Q_SIGNALS:
    void changed();
    void failed(const QString &why); // to read them

private:
    void refresh();
    StoreSession &m_session;
    StoreReader *m_reader, *m_previewer;
    std::vector<ExceptionEntry> m_entries;
    bool m_watched = false, m_loaded = false;
};

} // namespace gatehouse::console
