-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there.
CREATE TABLE policy_exception (
    id TEXT COLLATE "C" PRIMARY KEY,
    rule TEXT NOT NULL,
    team TEXT NOT NULL,
    environment TEXT NOT NULL,
    use_case TEXT NOT NULL,
    key TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    pattern TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    removed_at BIGINT,
    removed_by TEXT NOT NULL,
    uses BIGINT NOT NULL,
    last_used_at BIGINT
);
