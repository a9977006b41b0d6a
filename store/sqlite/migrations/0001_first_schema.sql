-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Times are UTC microseconds. Numbers of enumerations are those of the enums in store/records.h and
-- core/policy/verdict.h; store/sqlite/rows.cpp holds them to it. Lists of names are separated by line feeds.

-- Teams, environments, use cases (kind 0, 1, 2).
CREATE TABLE named (
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE virtual_key (
    id TEXT PRIMARY KEY,
    secret_hash BLOB NOT NULL,
    team TEXT NOT NULL,
    environment TEXT NOT NULL,
    use_case TEXT NOT NULL,
    metadata TEXT NOT NULL,
    models TEXT NOT NULL,
    providers TEXT NOT NULL,
    routes TEXT NOT NULL,
    tools TEXT NOT NULL,
    state INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER,
    last_used_at INTEGER
) STRICT, WITHOUT ROWID;

-- The credential is a CMS envelope; its key lives outside the database.
CREATE TABLE provider (
    name TEXT PRIMARY KEY,
    kind INTEGER NOT NULL,
    base_url TEXT NOT NULL,
    models TEXT NOT NULL,
    credential TEXT,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_document (
    version TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row each time a version was made the published one; the highest ordinal is in force.
CREATE TABLE policy_publication (
    ordinal INTEGER PRIMARY KEY,
    version TEXT NOT NULL REFERENCES policy_document (version),
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX policy_publication_version ON policy_publication (version);

CREATE TABLE policy_draft (
    version TEXT PRIMARY KEY REFERENCES policy_document (version),
    at INTEGER NOT NULL,
    author TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The index row of a call: what lists, filters and counts read. `id` is the 16 bytes of its UUIDv7.
CREATE TABLE interaction (
    n INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    key TEXT NOT NULL,
    team TEXT NOT NULL,
    environment TEXT NOT NULL,
    use_case TEXT NOT NULL,
    route TEXT NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    verdict INTEGER NOT NULL,
    severity INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    policy_name TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    cost_uusd INTEGER NOT NULL,
    latency_us INTEGER NOT NULL,
    overhead_us INTEGER NOT NULL,
    rules TEXT NOT NULL,
    top_check TEXT NOT NULL,
    snippet TEXT NOT NULL,
    state INTEGER NOT NULL,
    disposition INTEGER NOT NULL,
    assignee TEXT NOT NULL
) STRICT;
CREATE INDEX interaction_at ON interaction (at, verdict);
CREATE INDEX interaction_key ON interaction (key, at);
-- In the order lists are read; state and severity are judged without going to the row.
CREATE INDEX interaction_team ON interaction (team, id, state, severity);
-- The queue, newest first: small however much is recorded. A query must say "state IN (1, 2, 3)" to use it.
CREATE INDEX interaction_queue ON interaction (id DESC, state, severity) WHERE state IN (1, 2, 3);
CREATE INDEX interaction_pending ON interaction (id) WHERE outcome = 0;

-- What a list never needs. held: 0 never, 1 waiting, 2 released, 3 denied.
CREATE TABLE interaction_detail (
    n INTEGER PRIMARY KEY REFERENCES interaction (n) ON DELETE CASCADE,
    checks TEXT NOT NULL,
    coverage TEXT NOT NULL,
    source_address TEXT NOT NULL,
    conversation TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    held INTEGER NOT NULL,
    received_bytes INTEGER
) STRICT;

CREATE TABLE request_body (
    n INTEGER PRIMARY KEY REFERENCES interaction (n) ON DELETE CASCADE,
    segments TEXT NOT NULL
) STRICT;

CREATE TABLE response_body (
    n INTEGER PRIMARY KEY REFERENCES interaction (n) ON DELETE CASCADE,
    segments TEXT NOT NULL
) STRICT;

-- The rules that failed.
CREATE TABLE finding (
    n INTEGER NOT NULL REFERENCES interaction (n) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (n, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_kind ON finding (kind, at);

-- Full text of both bodies, for calls that are over and whose verdict is not allowed: one in ten or fewer. The index
-- keeps no text of its own, it reads search_text, so a row leaves the index before it leaves that table.
CREATE VIEW searchable AS
    SELECT i.n AS n,
        coalesce((SELECT group_concat(json_extract(s.value, '$.text'), char(10)) FROM request_body b, json_each(b.segments) s
            WHERE b.n = i.n), '') || char(10) ||
        coalesce((SELECT group_concat(json_extract(s.value, '$.text'), char(10)) FROM response_body b, json_each(b.segments) s
            WHERE b.n = i.n), '') AS text
    FROM interaction i WHERE i.verdict <> 0 AND i.outcome <> 0;
CREATE TABLE search_text (
    n INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (text, content = 'search_text', content_rowid = 'n',
    tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE review_note (
    seq INTEGER PRIMARY KEY,
    n INTEGER NOT NULL REFERENCES interaction (n) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX review_note_n ON review_note (n, seq);

-- Leave to repeat one held call, once.
CREATE TABLE permit (
    seq INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    payload_hash TEXT NOT NULL,
    held_id BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by BLOB,
    used_at INTEGER
) STRICT;
CREATE INDEX permit_open ON permit (key, payload_hash) WHERE used_by IS NULL;
CREATE INDEX permit_held ON permit (held_id);
CREATE INDEX permit_used ON permit (used_by) WHERE used_by IS NOT NULL;

-- One row each time an interaction was written or changed, in the order of commits; the oldest are dropped.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL
) STRICT;

CREATE TABLE heartbeat (
    gateway TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    address TEXT NOT NULL,
    version TEXT NOT NULL,
    policy_name TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    policy_ordinal INTEGER NOT NULL,
    journal_depth INTEGER NOT NULL,
    requests_per_second REAL NOT NULL,
    streams INTEGER NOT NULL,
    degraded TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- See store/audit.h for what the hash covers.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE audit_head (
    seq INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    at INTEGER NOT NULL,
    gateway TEXT NOT NULL,
    public_key BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT;
