-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there. Half-empty pages let a count be changed in its place. What keeps them in step with what is
-- decided and with weeks that are dropped: access/rollups.sql.

CREATE TABLE rollup (
    hour BIGINT NOT NULL,
    dim INTEGER NOT NULL,
    team TEXT COLLATE "C" NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    shard BIGINT NOT NULL,
    allowed BIGINT NOT NULL DEFAULT 0,
    flagged BIGINT NOT NULL DEFAULT 0,
    masked BIGINT NOT NULL DEFAULT 0,
    held BIGINT NOT NULL DEFAULT 0,
    blocked BIGINT NOT NULL DEFAULT 0,
    cost_uusd BIGINT NOT NULL DEFAULT 0,
    open BIGINT NOT NULL DEFAULT 0,
    judged BIGINT NOT NULL DEFAULT 0,
    false_positive BIGINT NOT NULL DEFAULT 0,
    timed BIGINT NOT NULL DEFAULT 0,
    decision_us BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (dim, hour, team, value, shard)
) WITH (fillfactor = 80);

CREATE TABLE rollup_check (
    hour BIGINT NOT NULL,
    team TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    shard BIGINT NOT NULL,
    runs BIGINT NOT NULL,
    duration_ns BIGINT NOT NULL,
    b0 BIGINT NOT NULL,
    b1 BIGINT NOT NULL,
    b2 BIGINT NOT NULL,
    b3 BIGINT NOT NULL,
    b4 BIGINT NOT NULL,
    b5 BIGINT NOT NULL,
    b6 BIGINT NOT NULL,
    b7 BIGINT NOT NULL,
    PRIMARY KEY (hour, team, kind, shard)
) WITH (fillfactor = 80);

CREATE TABLE rollup_coverage (
    hour BIGINT NOT NULL,
    team TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    shard BIGINT NOT NULL,
    calls BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (hour, team, reason, shard)
) WITH (fillfactor = 80);


-- What is there already.
INSERT INTO rollup
    SELECT i.at / 3600000000, 0, i.team, '', 0, count(*) FILTER (WHERE i.verdict = 0), count(*) FILTER (WHERE i.verdict = 1), count(*) FILTER (WHERE i.verdict = 2),
        count(*) FILTER (WHERE i.verdict = 3), count(*) FILTER (WHERE i.verdict = 4), sum(i.cost_uusd),
        count(*) FILTER (WHERE i.state IN (1, 2, 3)), count(*) FILTER (WHERE i.disposition <> 0),
        count(*) FILTER (WHERE i.disposition = 2), count(*) FILTER (WHERE i.state = 4 AND i.decided_at IS NOT NULL),
        coalesce(sum(greatest(i.decided_at - i.at, 0)) FILTER (WHERE i.state = 4), 0)
    FROM interaction i GROUP BY 1, 3;
INSERT INTO rollup
    SELECT i.at / 3600000000, 1, i.team, i.key, 0, count(*) FILTER (WHERE i.verdict = 0), count(*) FILTER (WHERE i.verdict = 1), count(*) FILTER (WHERE i.verdict = 2),
        count(*) FILTER (WHERE i.verdict = 3), count(*) FILTER (WHERE i.verdict = 4), sum(i.cost_uusd),
        0, 0, 0, 0, 0
    FROM interaction i GROUP BY 1, 3, 4;
INSERT INTO rollup
    SELECT i.at / 3600000000, 2, i.team, i.model, 0, count(*) FILTER (WHERE i.verdict = 0), count(*) FILTER (WHERE i.verdict = 1), count(*) FILTER (WHERE i.verdict = 2),
        count(*) FILTER (WHERE i.verdict = 3), count(*) FILTER (WHERE i.verdict = 4), sum(i.cost_uusd),
        0, 0, 0, 0, 0
    FROM interaction i GROUP BY 1, 3, 4;
INSERT INTO rollup
    SELECT i.at / 3600000000, 4, i.team, f.rule, 0, count(*) FILTER (WHERE i.verdict = 0), count(*) FILTER (WHERE i.verdict = 1), count(*) FILTER (WHERE i.verdict = 2),
        count(*) FILTER (WHERE i.verdict = 3), count(*) FILTER (WHERE i.verdict = 4), sum(i.cost_uusd),
        count(*) FILTER (WHERE i.state IN (1, 2, 3)), count(*) FILTER (WHERE i.disposition <> 0),
        count(*) FILTER (WHERE i.disposition = 2), count(*) FILTER (WHERE i.state = 4 AND i.decided_at IS NOT NULL),
        coalesce(sum(greatest(i.decided_at - i.at, 0)) FILTER (WHERE i.state = 4), 0)
    FROM finding f JOIN interaction i ON i.n = f.n GROUP BY 1, 3, 4;
INSERT INTO rollup
    SELECT i.at / 3600000000, 3, i.team, f.kind, 0, count(*) FILTER (WHERE i.verdict = 0), count(*) FILTER (WHERE i.verdict = 1), count(*) FILTER (WHERE i.verdict = 2),
        count(*) FILTER (WHERE i.verdict = 3), count(*) FILTER (WHERE i.verdict = 4), sum(i.cost_uusd),
        0, 0, 0, 0, 0
    FROM (SELECT DISTINCT n, kind FROM finding) f JOIN interaction i ON i.n = f.n GROUP BY 1, 3, 4;
