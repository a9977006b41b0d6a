// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/recipients.h"

#include "store/json_text.h"
#include "store/names.h"
#include "store/recipient_pins.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"
#include "store/sql/sealed_rows.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

std::vector<RecipientRow> readRows(Connection &connection)
{
    Query query(connection,
        "SELECT fingerprint, name, certificate, added_at, added_by FROM recipient ORDER BY name, "
        "fingerprint");
    std::vector<RecipientRow> rows;
    while (query.step())
        rows.push_back({query.text(0), query.text(1), query.text(2), query.time(3), query.text(4)});
    return rows;
}

// What stands in a store is not believed: the fingerprint is computed from the certificate.
Result<std::vector<RecipientCertificate>> certificatesOf(const std::vector<RecipientRow> &rows)
{
    std::vector<RecipientCertificate> certificates;
    for (const RecipientRow &row : rows) {
        auto certificate = readCertificate(row.certificate);
        if (!certificate || certificate->fingerprint != row.fingerprint)
            return fail(ErrorKind::Corrupt, "a recipient's certificate was changed in the store",
                row.fingerprint, "find out who did; add the gateway anew");
        certificates.push_back(std::move(*certificate));
    }
    return certificates;
}

void insertRecipient(Store &store, const std::string &name, const RecipientCertificate &certificate)
{
    static const std::string sql
        = "INSERT INTO recipient (fingerprint, name, certificate, added_at, added_by) VALUES (?, ?, ?, ?, ?)";
    Query(store.connection(), sql, certificate.fingerprint, name, certificate.pem, store.clock().now(),
        store.actor())
        .run();
    appendAudit(store,
        {"recipient.add", "recipient:" + certificate.fingerprint, "", JsonObject().add("name", name).text()});
}

bool holds(const std::vector<RecipientRow> &rows, const std::string &fingerprint)
{
    return std::any_of(
        rows.begin(), rows.end(), [&](const RecipientRow &row) { return row.fingerprint == fingerprint; });
}

// Nothing when there is none, or when this user may not read it.
std::string ownFingerprint(const Store &store)
{
    const auto own = RecipientKey::open(store.location());
    return own ? own->certificate().fingerprint : std::string();
}

// The key to seal everything anew with. Its holder has to be a recipient, or nothing opens.
Result<RecipientKey> ownKey(const Store &store, const std::vector<RecipientRow> &rows)
{
    auto own = RecipientKey::open(store.location());
    if (own && !holds(rows, own->certificate().fingerprint))
        return fail(ErrorKind::NotPermitted, "this machine is not a recipient of the store's credentials",
            own->certificate().fingerprint, "have a gateway that is one add it: gatehouse recipient add");
    return own;
}

// First use pins what is there; where this machine has a key of its own, that one alone.
Result<Fingerprints> pinsFor(const Store &store, const std::vector<RecipientRow> &rows)
{
    const std::string own = ownFingerprint(store);
    auto pins = readPins(Pinned::Gateways, store.location());
    if (!pins)
        return tl::unexpected(pins.error());
    if (*pins) {
        if (!own.empty())
            (*pins)->insert(own);
        return std::move(**pins);
    }
    Fingerprints first;
    for (const RecipientRow &row : rows)
        first.insert(row.fingerprint);
    if (!own.empty())
        first = {own};
    if (Status written = writePins(Pinned::Gateways, store.location(), first); !written)
        return tl::unexpected(written.error());
    return first;
}

Status checkPinned(const std::vector<RecipientRow> &rows, const Fingerprints &pins)
{
    for (const RecipientRow &row : rows) {
        if (!pins.contains(row.fingerprint))
            return fail(ErrorKind::NotPermitted,
                "the store names a recipient this machine does not know, so nothing is sealed",
                row.fingerprint,
                "compare it with: gatehouse recipient show, on that gateway; then: gatehouse recipient "
                "trust");
    }
    return {};
}

Status checkNew(const std::vector<RecipientRow> &rows, const std::vector<RecipientCertificate> &known,
    const RecipientCertificate &certificate)
{
    if (holds(rows, certificate.fingerprint))
        return fail(ErrorKind::Conflict, "this gateway is a recipient already", certificate.fingerprint);
    const bool alike = std::any_of(known.begin(), known.end(), [&](const RecipientCertificate &other) {
        return other.issuerAndSerial == certificate.issuerAndSerial;
    });
    if (alike)
        return fail(ErrorKind::Conflict, "the certificate has issuer and serial number of another recipient",
            certificate.fingerprint, "make that gateway a new key pair: take recipient.pem away first");
    return {};
}

} // namespace

Result<std::vector<RecipientRow>> listRecipients(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<RecipientRow>> {
        auto rows = readRows(store.connection());
        const auto pins = readPins(Pinned::Gateways, store.location());
        if (!pins)
            return tl::unexpected(pins.error());
        const std::string own = ownFingerprint(store);
        for (RecipientRow &row : rows) {
            row.own = row.fingerprint == own;
            row.pinned = row.own || (*pins && (*pins)->contains(row.fingerprint));
        }
        return rows;
    });
}

Result<RecipientCertificate> ownCertificate(const std::string &storeLocation)
{
    const auto own = RecipientKey::ensure(storeLocation);
    if (!own)
        return tl::unexpected(own.error());
    return own->certificate();
}

Status ensureFirstRecipient(Store &store)
{
    return attempt(store.connection(), [&]() -> Status {
        if (!readRows(store.connection()).empty())
            return {};
        const auto own = anythingSealed(store.connection()) ? RecipientKey::open(store.location())
                                                            : RecipientKey::ensure(store.location());
        if (!own)
            return tl::unexpected(own.error());
        WriteTransaction transaction(store.connection());
        if (!readRows(store.connection()).empty())
            return {};
        insertRecipient(store, "first gateway", own->certificate());
        transaction.commit();
        return {};
    });
}

Status addRecipient(Store &store, const std::string &name, const RecipientCertificate &certificate)
{
    if (Status good = checkName("gateway", name); !good)
        return good;
    if (Status first = ensureFirstRecipient(store); !first)
        return first;
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        const auto rows = readRows(store.connection());
        auto all = certificatesOf(rows);
        if (!all)
            return tl::unexpected(all.error());
        if (Status isNew = checkNew(rows, *all, certificate); !isNew)
            return isNew;
        const auto key = ownKey(store, rows);
        if (!key)
            return tl::unexpected(key.error());
        auto pins = pinsFor(store, rows);
        if (!pins)
            return tl::unexpected(pins.error());
        if (Status known = checkPinned(rows, *pins); !known)
            return known;
        all->push_back(certificate);
        if (Status sealed = sealAnew(store.connection(), *key, *all); !sealed)
            return sealed;
        insertRecipient(store, name, certificate);
        pins->insert(certificate.fingerprint);
        if (Status pinned = writePins(Pinned::Gateways, store.location(), *pins); !pinned)
            return pinned;
        transaction.commit();
        return {};
    });
}

Status removeRecipient(Store &store, const std::string &fingerprint)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        auto rows = readRows(store.connection());
        if (!holds(rows, fingerprint))
            return fail(ErrorKind::NotFound, "there is no such recipient", fingerprint,
                "see: gatehouse recipient list");
        const auto key = ownKey(store, rows);
        if (!key)
            return tl::unexpected(key.error());
        if (key->certificate().fingerprint == fingerprint)
            return fail(ErrorKind::Conflict, "this is this machine's own key", fingerprint,
                "remove it from another gateway");
        std::erase_if(rows, [&](const RecipientRow &row) { return row.fingerprint == fingerprint; });
        const auto rest = certificatesOf(rows);
        if (!rest)
            return tl::unexpected(rest.error());
        auto pins = pinsFor(store, rows);
        if (!pins)
            return tl::unexpected(pins.error());
        if (Status known = checkPinned(rows, *pins); !known)
            return known;
        if (Status sealed = sealAnew(store.connection(), *key, *rest); !sealed)
            return sealed;
        Query(store.connection(), "DELETE FROM recipient WHERE fingerprint = ?", fingerprint).run();
        appendAudit(store, {"recipient.remove", "recipient:" + fingerprint});
        pins->erase(fingerprint);
        if (Status written = writePins(Pinned::Gateways, store.location(), *pins); !written)
            return written;
        transaction.commit();
        return {};
    });
}

Status pinRecipient(Store &store, const std::string &fingerprint)
{
    return attempt(store.connection(), [&]() -> Status {
        const auto rows = readRows(store.connection());
        if (!holds(rows, fingerprint))
            return fail(ErrorKind::NotFound, "there is no such recipient", fingerprint,
                "see: gatehouse recipient list");
        auto pins = pinsFor(store, rows);
        if (!pins)
            return tl::unexpected(pins.error());
        pins->insert(fingerprint);
        return writePins(Pinned::Gateways, store.location(), *pins);
    });
}

Result<std::string> sealCredential(Store &store, const SecretString &credential)
{
    if (Status first = ensureFirstRecipient(store); !first)
        return tl::unexpected(first.error());
    return attempt(store.connection(), [&]() -> Result<std::string> {
        const auto rows = readRows(store.connection());
        const auto certificates = certificatesOf(rows);
        if (!certificates)
            return tl::unexpected(certificates.error());
        const auto pins = pinsFor(store, rows);
        if (!pins)
            return tl::unexpected(pins.error());
        if (Status known = checkPinned(rows, *pins); !known)
            return tl::unexpected(known.error());
        return sealFor(*certificates, credential);
    });
}

} // namespace gatehouse::store
