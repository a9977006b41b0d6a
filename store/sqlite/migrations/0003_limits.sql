-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- What keys may do and use beyond models and routes, what it costs, and what was used.

ALTER TABLE virtual_key ADD COLUMN addresses TEXT NOT NULL DEFAULT '';
ALTER TABLE virtual_key ADD COLUMN required_metadata TEXT NOT NULL DEFAULT '';
ALTER TABLE virtual_key ADD COLUMN max_input_bytes INTEGER;
ALTER TABLE virtual_key ADD COLUMN max_output_tokens INTEGER;
ALTER TABLE virtual_key ADD COLUMN requires_user INTEGER NOT NULL DEFAULT 0;
-- The secret before a rotation, good until then.
ALTER TABLE virtual_key ADD COLUMN previous_secret_hash BLOB;
ALTER TABLE virtual_key ADD COLUMN previous_until INTEGER;

-- What was reserved for a call: it is settled at this when its gateway dies.
ALTER TABLE interaction_detail ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction_detail ADD COLUMN reserved_in INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction_detail ADD COLUMN reserved_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction_detail ADD COLUMN reserved_uusd INTEGER NOT NULL DEFAULT 0;
-- The end user a verified token named.
ALTER TABLE interaction_detail ADD COLUMN end_user TEXT NOT NULL DEFAULT '';

-- Tiers are those of core/access/limit.h (0 key, 1 use case, 2 environment, 3 team); `text` is a limit in its words.
CREATE TABLE usage_limit (
    tier INTEGER NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (tier, name, text)
) STRICT, WITHOUT ROWID;

-- What a key used in the minute that starts then; after two days in the quarter of an hour. Calls under way stand in it
-- with what is reserved for them. It outlives the calls themselves.
CREATE TABLE usage (
    key TEXT NOT NULL,
    start INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    cost_uusd INTEGER NOT NULL,
    PRIMARY KEY (key, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX usage_start ON usage (start);

INSERT INTO usage (key, start, requests, tokens, cost_uusd)
    SELECT key, at / 60000000 * 60000000, count(*), sum(tokens_in + tokens_out), sum(cost_uusd)
    FROM interaction GROUP BY 1, 2;

-- Changes to the built-in price table, in micro-USD for a million tokens; without numbers the model has no price.
CREATE TABLE price (
    model TEXT PRIMARY KEY,
    tokens_in INTEGER,
    tokens_out INTEGER,
    tokens_cached INTEGER
) STRICT, WITHOUT ROWID;
