// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the console remembers between runs on this machine: theme, sizes, language, keys, stores, window. No
// secrets.

#include "models/connections/connection_profile.h"

#include <QByteArray>
#include <QKeySequence>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <optional>

class QSettings;

namespace gatehouse::console {

class Preferences : public QObject {
    Q_OBJECT

public:
    // Kept in the user's configuration folder, or in `file` when one is named.
    explicit Preferences(const QString &file = {}, QObject *parent = nullptr);
    ~Preferences() override;

    [[nodiscard]] QString theme() const; // "system" unless set
    void setTheme(const QString &word);
    [[nodiscard]] int textSize() const; // points, 8..20
    void setTextSize(int points);
    [[nodiscard]] QString language() const; // "" follows the desktop
    void setLanguage(const QString &code);
    [[nodiscard]] QString alerts() const; // "off", "critical" unless set, or "high"
    void setAlerts(const QString &word);
    [[nodiscard]] QMap<QString, QKeySequence>
    keys() const; // by action id; only what differs from the default
    void setKeys(const QMap<QString, QKeySequence> &keys);

    // Newest first, at most eight: paths, and connections as choiceOf() writes them.
    [[nodiscard]] QStringList recentStores() const;
    void addRecentStore(const QString &choice);
    void forgetStore(const QString &choice);

    [[nodiscard]] QList<ConnectionProfile> connections() const; // by name
    [[nodiscard]] std::optional<ConnectionProfile> connection(const QString &name) const;
    // In place of the one called `before`, where that is not empty.
    void keepConnection(const ConnectionProfile &profile, const QString &before = {});
    void forgetConnection(const QString &name);

    // Where this reviewer's private key is; never what it is.
    [[nodiscard]] QString reviewerKeyFile() const;
    void setReviewerKeyFile(const QString &file);

    [[nodiscard]] QString lastPage() const;
    void setLastPage(const QString &key);
    [[nodiscard]] QByteArray layout(const QString &what) const; // window, splitters, headers
    void setLayout(const QString &what, const QByteArray &state);

    // What holds for one store on this machine; "" unless set. `store` is its place without secrets.
    [[nodiscard]] QString ofStore(const QString &store, const QString &what) const;
    void setOfStore(const QString &store, const QString &what, const QString &value);

Q_SIGNALS:
    void appearanceChanged(); // theme or text size
    void keysChanged();
    void alertsChanged();

private:
    [[nodiscard]] QString value(const char *key, const QString &otherwise) const;
    QSettings *m_settings;
};

// A connection among the recent stores, and back; empty when it is a path.
[[nodiscard]] QString choiceOf(const ConnectionProfile &profile);
[[nodiscard]] QString connectionNameOf(const QString &choice);

} // namespace gatehouse::console
