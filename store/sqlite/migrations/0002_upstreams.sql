-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- '' is the version of the API this program knows for the kind.
ALTER TABLE provider ADD COLUMN api_version TEXT NOT NULL DEFAULT '';
ALTER TABLE provider ADD COLUMN weight INTEGER NOT NULL DEFAULT 1;

-- A model name callers use, and who serves it under which name. A model without a row here is served, under its
-- own name, by every provider that lists it.
CREATE TABLE model_target (
    model TEXT NOT NULL,
    provider TEXT NOT NULL REFERENCES provider (name),
    upstream_model TEXT NOT NULL,
    weight INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (model, provider, upstream_model)
) STRICT, WITHOUT ROWID;

-- Secrets that rules name: what a webhook's questions are signed with. CMS envelopes, as a provider's credential.
CREATE TABLE named_credential (
    name TEXT PRIMARY KEY,
    credential TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The gateways credentials are sealed for: certificates, whose private keys live outside the database.
CREATE TABLE recipient (
    fingerprint TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    certificate TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a gateway thinks of the targets it calls: 0 closed (healthy), 1 open, 2 half open.
CREATE TABLE target_health (
    gateway TEXT NOT NULL,
    provider TEXT NOT NULL,
    upstream_model TEXT NOT NULL,
    state INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (gateway, provider, upstream_model)
) STRICT, WITHOUT ROWID;
