-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Permits made from false positives (core/policy/exceptions.h). Scope, payload_hash and pattern: '' is none. A row stays
-- when its exception is removed, so that verdicts which name it can be read.
CREATE TABLE policy_exception (
    id TEXT NOT NULL PRIMARY KEY,
    rule TEXT NOT NULL,
    team TEXT NOT NULL,
    environment TEXT NOT NULL,
    use_case TEXT NOT NULL,
    key TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    pattern TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    removed_at INTEGER,
    removed_by TEXT NOT NULL,
    uses INTEGER NOT NULL,
    last_used_at INTEGER
) STRICT, WITHOUT ROWID;
