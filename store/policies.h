// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Policies in the store: drafts, the one published version, and the way back.

#include "store/records.h"
#include "store/store.h"

namespace gatehouse::store {

struct StoredPolicy {
    PolicyRow row;
    std::string json; // as it was written
};

// Newest publication first, drafts before them.
[[nodiscard]] Result<std::vector<PolicyRow>> listPolicies(Store &store);
// `version` may be a full or abbreviated hash (at least 7 characters), "sha256:…" or "v41"; empty means the
// published one.
[[nodiscard]] Result<StoredPolicy> showPolicy(Store &store, const std::string &version);
[[nodiscard]] Result<StoredPolicy> publishedPolicy(Store &store);
// Validates; an invalid document is InvalidInput and leaves no trace.
[[nodiscard]] Result<PolicyRow> importDraft(Store &store, const std::string &json);
// Validates, compiles, runs the document's tests, then makes it the published version. Fails closed: the last
// good one stays. Publishing the version that is already published is a Conflict. A reason is required.
[[nodiscard]] Result<PolicyRow> publishPolicy(
    Store &store, const std::string &json, const std::string &reason);
[[nodiscard]] Result<PolicyRow> rollbackPolicy(
    Store &store, const std::string &version, const std::string &reason);
// Publishes the baseline that ships with Gatehouse when nothing is published yet. Safe when two programs do
// it at once.
[[nodiscard]] Status ensureBaseline(Store &store);
// "v41 · 3fa9c12"; "draft · 3fa9c12"
[[nodiscard]] std::string displayVersion(const PolicyRow &row);
[[nodiscard]] std::string toJson(const PolicyRow &row);

} // namespace gatehouse::store
