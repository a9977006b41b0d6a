-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- A file needs no weeks as PostgreSQL does; see there.

-- What neither retention nor erasure takes away. kind: 0 an interaction, 1 a conversation, 2 all calls of a key;
-- `object` is its id, and `call` that of an interaction as calls have it.
CREATE TABLE legal_hold (
    kind INTEGER NOT NULL,
    object TEXT NOT NULL,
    call BLOB,
    placed_at INTEGER NOT NULL,
    placed_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, object)
) STRICT, WITHOUT ROWID;
CREATE INDEX interaction_end_user ON interaction_detail (end_user) WHERE end_user <> '';
