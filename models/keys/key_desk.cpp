// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/keys/key_desk.h"

#include "models/keys/key_shelf.h"
#include "models/store_session.h"
#include "models/text.h"
#include "store/limits.h"

namespace gatehouse::console {

KeyDesk::KeyDesk(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_list(session.newReader(this))
    , m_use(session.newReader(this))
    , m_limits(session.newReader(this))
{
    connect(&session, &StoreSession::changed, this, &KeyDesk::refresh);
    refresh();
}

Permissions &KeyDesk::permissions() const
{
    return m_session.permissions();
}

void KeyDesk::refresh()
{
    m_list->ask(this, readShelf, [this](Result<KeyShelf> shelf) {
        if (!shelf) {
            Q_EMIT loadFailed(errorText(shelf.error()));
            return;
        }
        m_choices = std::move(shelf->choices);
        m_keys.update(std::move(shelf->keys));
        m_loaded = true;
        Q_EMIT loaded();
    });
}

void KeyDesk::issue(const KeyRequest &request)
{
    auto asked = toStoreRequest(request);
    if (!asked) {
        Q_EMIT issueFailed(asked.error());
        return;
    }
    m_session.writer().change(
        this, [wanted = std::move(*asked)](store::Store &store) { return store::issueKey(store, wanted); },
        [this](Result<store::IssuedKey> key) {
            if (!key) {
                Q_EMIT issueFailed(key.error());
                return;
            }
            refresh();
            Q_EMIT issued(toEntry(key->row, systemClock().now()), key->text);
        });
}

void KeyDesk::suspend(const QString &id, const QString &reason)
{
    change(Change::Suspend, id, reason);
}

void KeyDesk::resume(const QString &id, const QString &reason)
{
    change(Change::Resume, id, reason);
}

void KeyDesk::revoke(const QString &id, const QString &reason)
{
    change(Change::Revoke, id, reason);
}

void KeyDesk::change(Change kind, const QString &id, const QString &reason, bool takingBack)
{
    m_session.writer().change(
        this,
        [kind, key = KeyId{id.toStdString()}, why = reason.toStdString()](store::Store &store) -> Status {
            switch (kind) {
            case Change::Suspend:
                return store::suspendKey(store, key, why);
            case Change::Resume:
                return store::resumeKey(store, key, why);
            case Change::Revoke:
                break;
            }
            return store::revokeKey(store, key, why);
        },
        [this, kind, id, takingBack](const Status &done) {
            if (!done) {
                Q_EMIT changeFailed(subjectWords({LimitTier::Key, id}), errorText(done.error()));
                return;
            }
            refresh();
            if (kind == Change::Revoke || takingBack)
                return;
            const bool suspended = kind == Change::Suspend;
            m_undo.push((suspended ? tr("Suspended key %1") : tr("Resumed key %1")).arg(id),
                [this, id, back = suspended ? Change::Resume : Change::Suspend] {
                    change(back, id, tr("undone in the console"), true);
                },
                [this, id, kind] { change(kind, id, tr("done again in the console"), true); });
        });
}

void KeyDesk::rotate(const QString &id, Micros overlap, const QString &reason)
{
    m_session.writer().change(
        this,
        [key = KeyId{id.toStdString()}, overlap, why = reason.toStdString()](
            store::Store &store) { return store::rotateKey(store, key, overlap, why); },
        [this](Result<store::IssuedKey> key) {
            if (!key) {
                Q_EMIT rotateFailed(key.error());
                return;
            }
            refresh();
            Q_EMIT rotated(toEntry(key->row, systemClock().now()), key->text);
        });
}

void KeyDesk::setEntitlement(
    const QString &id, const Entitlement &shown, const Entitlement &wanted, const QString &reason)
{
    writeEntitlement(id, shown, wanted, reason, false);
}

void KeyDesk::writeEntitlement(const QString &id, const Entitlement &shown, const Entitlement &wanted,
    const QString &reason, bool takingBack)
{
    m_session.writer().change(
        this,
        [key = KeyId{id.toStdString()}, shown, wanted, why = reason.toStdString()](
            store::Store &store) { return store::changeEntitlement(store, key, shown, wanted, why); },
        [this, id, shown, takingBack](const Result<store::KeyRow> &row) {
            if (!row && takingBack)
                Q_EMIT changeFailed(subjectWords({LimitTier::Key, id}), errorText(row.error()));
            else if (!row)
                Q_EMIT entitlementFailed(row.error());
            if (!row)
                return;
            refresh();
            Q_EMIT entitlementSet(id);
            // As the store completed it: that is what must be there to be taken back.
            const Entitlement now = row->record.entitlement;
            if (takingBack || now == shown)
                return;
            m_undo.push(
                tr("Changed what key %1 may use").arg(id),
                [this, id, shown, now] {
                    writeEntitlement(id, now, shown, tr("undone in the console"), true);
                },
                [this, id, shown, now] {
                    writeEntitlement(id, shown, now, tr("done again in the console"), true);
                });
        });
}

void KeyDesk::setLimits(
    const LimitSubject &subject, const std::vector<Limit> &shown, const std::vector<Limit> &limits)
{
    writeLimits(subject, shown, limits, false);
}

void KeyDesk::writeLimits(const LimitSubject &subject, const std::vector<Limit> &shown,
    const std::vector<Limit> &limits, bool takingBack)
{
    m_session.writer().change(
        this,
        [subject, shown, limits](store::Store &store) {
            return store::replaceLimits(store, subject.tier, subject.name.toStdString(), shown, limits);
        },
        [this, subject, shown, limits, takingBack](const Status &done) {
            if (!done && takingBack)
                Q_EMIT changeFailed(subjectWords(subject), errorText(done.error()));
            else if (!done)
                Q_EMIT limitsFailed(done.error());
            if (!done)
                return;
            refresh();
            Q_EMIT limitsSet(subject);
            if (!takingBack)
                m_undo.push(
                    tr("Changed limits: %1").arg(subjectWords(subject)),
                    [this, subject, shown, limits] { writeLimits(subject, limits, shown, true); },
                    [this, subject, shown, limits] { writeLimits(subject, shown, limits, true); });
        });
}

void KeyDesk::askLimits(const QString &id)
{
    m_limits->ask(
        this, [key = KeyId{id.toStdString()}](store::Store &store) { return readLimits(store, key); },
        [this, id](const Result<QList<LimitEntry>> &limits) {
            if (limits)
                Q_EMIT limitsKnown(id, *limits);
        });
}

void KeyDesk::askUse(const QString &id)
{
    m_use->ask(
        this, [key = KeyId{id.toStdString()}](store::Store &store) { return store::keyActivity(store, key); },
        [this, id](const Result<store::KeyActivity> &activity) {
            if (activity)
                Q_EMIT useKnown(id, toUse(*activity));
        });
}

} // namespace gatehouse::console
