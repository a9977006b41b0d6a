// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/reviewer_keys.h"

#include "store/json_text.h"
#include "store/names.h"
#include "store/recipient_pins.h"
#include "store/sql/audit_log.h"
#include "store/sql/query.h"

#include <algorithm>

namespace gatehouse::store {

namespace {

std::vector<ReviewerKeyRow> readRows(Connection &connection)
{
    Query query(connection,
        "SELECT fingerprint, name, certificate, added_at, added_by FROM reviewer_key ORDER BY name, "
        "fingerprint");
    std::vector<ReviewerKeyRow> rows;
    while (query.step())
        rows.push_back({query.text(0), query.text(1), query.text(2), query.time(3), query.text(4)});
    return rows;
}

bool holds(const std::vector<ReviewerKeyRow> &rows, const std::string &fingerprint)
{
    return std::any_of(
        rows.begin(), rows.end(), [&](const ReviewerKeyRow &row) { return row.fingerprint == fingerprint; });
}

tl::unexpected<Error> noSuchKey(const std::string &fingerprint)
{
    return fail(ErrorKind::NotFound, "there is no such reviewer's key", fingerprint,
        "see: gatehouse reviewer-key list");
}

// First use pins what is there.
Result<Fingerprints> pinsFor(const Store &store, const std::vector<ReviewerKeyRow> &rows)
{
    auto pins = readPins(Pinned::Reviewers, store.location());
    if (!pins)
        return tl::unexpected(pins.error());
    if (*pins)
        return std::move(**pins);
    Fingerprints first;
    for (const ReviewerKeyRow &row : rows)
        first.insert(row.fingerprint);
    if (first.empty())
        return first;
    if (Status written = writePins(Pinned::Reviewers, store.location(), first); !written)
        return tl::unexpected(written.error());
    return first;
}

Status pinToo(const Store &store, Fingerprints pins, const std::string &fingerprint)
{
    pins.insert(fingerprint);
    return writePins(Pinned::Reviewers, store.location(), pins);
}

} // namespace

Result<std::vector<ReviewerKeyRow>> listReviewerKeys(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<std::vector<ReviewerKeyRow>> {
        auto rows = readRows(store.connection());
        const auto pins = readPins(Pinned::Reviewers, store.location());
        if (!pins)
            return tl::unexpected(pins.error());
        for (ReviewerKeyRow &row : rows)
            row.pinned = *pins && (*pins)->contains(row.fingerprint);
        return rows;
    });
}

Status addReviewerKey(Store &store, const std::string &name, const RecipientCertificate &certificate)
{
    if (Status good = checkName("reviewer", name); !good)
        return good;
    static const std::string sql = "INSERT INTO reviewer_key (fingerprint, name, certificate, added_at, "
                                   "added_by) VALUES (?, ?, ?, ?, ?)";
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        const auto rows = readRows(store.connection());
        if (holds(rows, certificate.fingerprint))
            return fail(
                ErrorKind::Conflict, "originals are sealed for this key already", certificate.fingerprint);
        auto pins = pinsFor(store, rows);
        if (!pins)
            return tl::unexpected(pins.error());
        Query(store.connection(), sql, certificate.fingerprint, name, certificate.pem, store.clock().now(),
            store.actor())
            .run();
        appendAudit(store,
            {"reviewer_key.add", "reviewer_key:" + certificate.fingerprint, "",
                JsonObject().add("name", name).text()});
        if (Status pinned = pinToo(store, std::move(*pins), certificate.fingerprint); !pinned)
            return pinned;
        transaction.commit();
        return {};
    });
}

Status removeReviewerKey(Store &store, const std::string &fingerprint)
{
    return attempt(store.connection(), [&]() -> Status {
        WriteTransaction transaction(store.connection());
        const int removed
            = Query(store.connection(), "DELETE FROM reviewer_key WHERE fingerprint = ?", fingerprint).run();
        if (removed == 0)
            return noSuchKey(fingerprint);
        appendAudit(store, {"reviewer_key.remove", "reviewer_key:" + fingerprint});
        transaction.commit();
        return {};
    });
}

Status pinReviewerKey(Store &store, const std::string &fingerprint)
{
    return attempt(store.connection(), [&]() -> Status {
        const auto rows = readRows(store.connection());
        if (!holds(rows, fingerprint))
            return noSuchKey(fingerprint);
        auto pins = pinsFor(store, rows);
        if (!pins)
            return tl::unexpected(pins.error());
        return pinToo(store, std::move(*pins), fingerprint);
    });
}

Result<Reviewers> loadReviewers(Store &store)
{
    return attempt(store.connection(), [&]() -> Result<Reviewers> {
        Reviewers reviewers;
        const auto rows = readRows(store.connection());
        const auto pins = pinsFor(store, rows);
        if (!pins) {
            reviewers.problem = "it is not known which reviewers' keys to trust: " + pins.error().line();
            return reviewers;
        }
        for (const ReviewerKeyRow &row : rows) {
            // What stands in a store is not believed: the fingerprint is computed from the certificate.
            auto certificate = readCertificate(row.certificate);
            if (certificate && pins->contains(certificate->fingerprint))
                reviewers.trusted.push_back(std::move(*certificate));
            else
                reviewers.problem = "the store names a reviewer's key this machine does not trust: "
                    + row.fingerprint.substr(0, 16) + " (gatehouse reviewer-key trust)";
        }
        return reviewers;
    });
}

std::string toJson(const ReviewerKeyRow &row)
{
    return JsonObject()
        .add("name", row.name)
        .add("fingerprint", row.fingerprint)
        .add("trusted", row.pinned)
        .add("added_at", toRfc3339(row.addedAt))
        .add("added_by", row.addedBy)
        .text();
}

} // namespace gatehouse::store
