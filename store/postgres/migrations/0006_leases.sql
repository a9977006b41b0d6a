-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- What gateways share of limits (store/leases.h). A limit is known by its subject and by what it counts over which
-- period, so that another amount of the same counts on. Its row here is locked while leases of it change.
CREATE TABLE shared_limit (
    tier INTEGER NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    counts TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tier, name, counts)
);

-- What all spent, by the steps of the limit's window.
CREATE TABLE limit_use (
    tier INTEGER NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    counts TEXT COLLATE "C" NOT NULL,
    start BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (tier, name, counts, start),
    FOREIGN KEY (tier, name, counts) REFERENCES shared_limit ON DELETE CASCADE
);

-- What each gateway may spend and has not; until when, by the server's clock; and when it told the last time, by its
-- own, under which serial.
CREATE TABLE limit_lease (
    tier INTEGER NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    counts TEXT COLLATE "C" NOT NULL,
    gateway TEXT COLLATE "C" NOT NULL,
    amount BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    told_at BIGINT NOT NULL,
    serial BIGINT NOT NULL,
    PRIMARY KEY (tier, name, counts, gateway),
    FOREIGN KEY (tier, name, counts) REFERENCES shared_limit ON DELETE CASCADE
);
