// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The keys of a store: what there is, and every change made to them, all off the GUI thread.

#include "core/base/error.h"
#include "core/base/secret_string.h"
#include "models/keys/keys_model.h"

namespace gatehouse::console {

class StoreReader;
class StoreSession;

class KeyDesk final : public QObject {
    Q_OBJECT

public:
    // `session` outlives the desk. Reads at once, and again whenever the store changes.
    explicit KeyDesk(StoreSession &session, QObject *parent = nullptr);

    [[nodiscard]] KeysModel &keys() { return m_keys; }
    [[nodiscard]] const KeyChoices &choices() const { return m_choices; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    void refresh();
    // Answered by issued() or issueFailed().
    void issue(const KeyRequest &request);
    // Answered by changed() or changeFailed().
    void suspend(const QString &id, const QString &reason);
    void resume(const QString &id, const QString &reason);
    void revoke(const QString &id, const QString &reason);
    // Answered by useKnown(), unless another key was asked about meanwhile.
    void askUse(const QString &id);

Q_SIGNALS:
    void loaded();
    void loadFailed(const QString &problem);
    // The only time the secret is seen; nobody keeps it.
    void issued(const gatehouse::console::KeyEntry &entry, const gatehouse::SecretString &secret);
    void issueFailed(const gatehouse::Error &error); // `where` names the field
    void keyChanged(const QString &id, const QString &what);
    void changeFailed(const QString &id, const QString &problem);
    void useKnown(const QString &id, const gatehouse::console::KeyUse &use);

private:
    enum class Change { Suspend, Resume, Revoke };
    void change(Change kind, const QString &id, const QString &reason);

    StoreSession &m_session;
    StoreReader *m_list;
    StoreReader *m_use;
    KeysModel m_keys;
    KeyChoices m_choices;
    bool m_loaded = false;
};

} // namespace gatehouse::console
