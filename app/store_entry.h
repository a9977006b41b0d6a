// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// From what somebody chose to a store that can be used: the password from the keyring or from the person, a
// connection that can be given up, a store made where there is none and that is wanted.

#include "models/connections/password_keeper.h"
#include "models/connections/store_opening.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace gatehouse::console {

class Preferences;
struct ConnectionProfile;

class StoreEntry : public QObject {
    Q_OBJECT

public:
    struct Entered {
        QString location; // may hold a password
        QString name; // of the connection; empty for a file or an address
        QString choice; // for the list of recent stores; empty for an address, which may hold a password
    };

    explicit StoreEntry(Preferences &preferences, QObject *parent = nullptr);

    // `choice`: a path, a postgresql:// address, or a connection as choiceOf() writes it. Events go on being
    // handled until it is known. Nothing when it did not come to that: `why` says so, or is empty where the
    // person gave up.
    [[nodiscard]] std::optional<Entered> enter(const QString &choice, QWidget *over, QString &why);
    [[nodiscard]] PasswordKeeper &keeper() { return m_keeper; }

private:
    struct Attempt {
        bool isOpen = false;
        QString why = {}; // it is not; empty where the person gave up
        StoreOpening::Mend mend = StoreOpening::Mend::None;
    };
    [[nodiscard]] std::optional<Entered> enterConnection(const ConnectionProfile &profile, QString &why);
    [[nodiscard]] Result<SecretString> keptPassword(const QString &name);
    void keepPassword(const ConnectionProfile &profile, const SecretString &password);
    // Once more, where the database holds no store and one is wanted.
    [[nodiscard]] Attempt open(const QString &location, const QString &shown);
    [[nodiscard]] Attempt attempt(const QString &location, const QString &shown, StoreOpening::For purpose);

    Preferences &m_preferences;
    PasswordKeeper m_keeper;
    StoreOpening m_opening;
    QPointer<QWidget> m_over;
};

} // namespace gatehouse::console
