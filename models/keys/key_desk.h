// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The keys of a store: what there is, and every change made to them, all off the GUI thread.

#include "core/base/error.h"
#include "core/base/secret_string.h"
#include "models/keys/keys_model.h"
#include "models/undo_steps.h"

namespace gatehouse::console {

class Permissions;
class StoreReader;
class StoreSession;

class KeyDesk final : public QObject {
    Q_OBJECT

public:
    // `session` outlives the desk. Reads at once, and again whenever the store changes.
    explicit KeyDesk(StoreSession &session, QObject *parent = nullptr);
    [[nodiscard]] Permissions &permissions() const; // of the session

    [[nodiscard]] KeysModel &keys() { return m_keys; }
    [[nodiscard]] const KeyChoices &choices() const { return m_choices; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    // Suspending, resuming, what a key may use and limits can be taken back; issuing, rotating and revoking
    // cannot.
    [[nodiscard]] UndoSteps &undoSteps() { return m_undo; }

    void refresh();
    // Answered by issued() or issueFailed().
    void issue(const KeyRequest &request);
    // When it cannot be done: changeFailed().
    void suspend(const QString &id, const QString &reason);
    void resume(const QString &id, const QString &reason);
    void revoke(const QString &id, const QString &reason);
    // A new secret for the same id; the one before stays good for `overlap`. Answered by rotated() or
    // rotateFailed().
    void rotate(const QString &id, Micros overlap, const QString &reason);
    // What the key may use, in place of what was shown. Answered by entitlementSet() or entitlementFailed().
    void setEntitlement(
        const QString &id, const Entitlement &shown, const Entitlement &wanted, const QString &reason);
    // These limits in place of those that were shown. Answered by limitsSet() or limitsFailed().
    void setLimits(
        const LimitSubject &subject, const std::vector<Limit> &shown, const std::vector<Limit> &limits);
    // Answered by limitsKnown(), unless another key was asked about meanwhile: of all the key's tiers.
    void askLimits(const QString &id);
    // Answered by useKnown(), unless another key was asked about meanwhile.
    void askUse(const QString &id);

Q_SIGNALS:
    void loaded();
    void loadFailed(const QString &problem);
    void rotated(const gatehouse::console::KeyEntry &entry, const gatehouse::SecretString &secret);
    void rotateFailed(const gatehouse::Error &error);
    void entitlementSet(const QString &id);
    void entitlementFailed(const gatehouse::Error &error); // `where` names the field
    void limitsSet(const gatehouse::console::LimitSubject &subject);
    void limitsFailed(const gatehouse::Error &error);
    void limitsKnown(const QString &id, const QList<gatehouse::console::LimitEntry> &limits);
    // The only time the secret is seen; nobody keeps it.
    void issued(const gatehouse::console::KeyEntry &entry, const gatehouse::SecretString &secret);
    void issueFailed(const gatehouse::Error &error); // `where` names the field
    void changeFailed(const QString &whose, const QString &problem);
    void useKnown(const QString &id, const gatehouse::console::KeyUse &use);

private:
    enum class Change { Suspend, Resume, Revoke };
    void change(Change kind, const QString &id, const QString &reason, bool takingBack = false);
    void writeEntitlement(const QString &id, const Entitlement &shown, const Entitlement &wanted,
        const QString &reason, bool takingBack);
    void writeLimits(const LimitSubject &subject, const std::vector<Limit> &shown,
        const std::vector<Limit> &limits, bool takingBack);

    StoreSession &m_session;
    StoreReader *m_list;
    StoreReader *m_use;
    StoreReader *m_limits;
    KeysModel m_keys;
    KeyChoices m_choices;
    UndoSteps m_undo;
    bool m_loaded = false;
};

} // namespace gatehouse::console
