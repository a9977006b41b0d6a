-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- The people of this store, by the names they log in with: what they are here and whose calls they see. Roles are
-- known to the whole server; what one may do in this store is decided by this table (store/postgres/access/).
CREATE TABLE person (
    name TEXT COLLATE "C" PRIMARY KEY,
    roles TEXT NOT NULL, -- a line each
    teams TEXT NOT NULL, -- a line each, or * for all there are and will be
    made_here INTEGER NOT NULL, -- whether the login was made with it, and goes with it
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL
);

-- What the transaction under way has changed and the audit log does not tell yet: empty for everybody else. What is
-- left when it commits, the database tells by itself.
CREATE UNLOGGED TABLE untold (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    object TEXT NOT NULL,
    action TEXT NOT NULL,
    told_by TEXT NOT NULL, -- the actions that may tell it, a pattern
    before JSONB,
    after JSONB
);
