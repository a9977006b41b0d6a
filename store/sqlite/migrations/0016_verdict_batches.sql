-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- What was recorded, chained; what the columns hold: store/verdict_chain.h. gateway: as the audit log names its actors.
CREATE TABLE verdict_batch (
    gateway TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    previous BLOB NOT NULL,
    leaves BLOB NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (gateway, number)
) STRICT;

-- The newest that was signed, of each gateway.
CREATE TABLE verdict_head (
    gateway TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    at INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;
