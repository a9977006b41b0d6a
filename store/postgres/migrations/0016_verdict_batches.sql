-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there.
CREATE TABLE verdict_batch (
    gateway TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    previous BYTEA NOT NULL,
    leaves BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (gateway, number)
);

CREATE TABLE verdict_head (
    gateway TEXT COLLATE "C" PRIMARY KEY,
    number BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    at BIGINT NOT NULL,
    public_key BYTEA NOT NULL,
    signature BYTEA NOT NULL
);
