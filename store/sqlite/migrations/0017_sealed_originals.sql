-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Whom originals are sealed for; the private keys are in files of the reviewers' own.
CREATE TABLE reviewer_key (
    fingerprint TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    certificate TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What stood under the masks of a body (0 the request's, 1 the answer's): a CMS envelope, see store/originals.h.
CREATE TABLE sealed_originals (
    n INTEGER NOT NULL REFERENCES interaction (n) ON DELETE CASCADE,
    body INTEGER NOT NULL,
    envelope TEXT NOT NULL,
    PRIMARY KEY (n, body)
) STRICT;
