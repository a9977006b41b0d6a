-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Counts of calls by hour (of 3,600,000,000 microseconds since 1970), kept as calls are written, decided and deleted,
-- so that no chart counts calls. Who reads sums over shards: several writers of one database each have one of
-- their own. A row whose counts are all zero says the same as none.

-- dim: 0 all of a team (value ''), 1 a key, 2 a model, 3 a check kind that found something, 4 a rule that did.
-- judged: with a disposition; timed: resolved at a known time, decision_us after they were made, together.
-- What was decided is counted in dims 0 and 4.
CREATE TABLE rollup (
    hour INTEGER NOT NULL,
    dim INTEGER NOT NULL,
    team TEXT NOT NULL,
    value TEXT NOT NULL,
    shard INTEGER NOT NULL,
    allowed INTEGER NOT NULL DEFAULT 0,
    flagged INTEGER NOT NULL DEFAULT 0,
    masked INTEGER NOT NULL DEFAULT 0,
    held INTEGER NOT NULL DEFAULT 0,
    blocked INTEGER NOT NULL DEFAULT 0,
    cost_uusd INTEGER NOT NULL DEFAULT 0,
    open INTEGER NOT NULL DEFAULT 0,
    judged INTEGER NOT NULL DEFAULT 0,
    false_positive INTEGER NOT NULL DEFAULT 0,
    timed INTEGER NOT NULL DEFAULT 0,
    decision_us INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (dim, hour, team, value, shard)
) STRICT, WITHOUT ROWID;

-- Of calls that came to their end from now on: how long checks of a kind took. b0 to b6: up to 16, 64, 256, 1024,
-- 4096, 16384, 65536 microseconds, b7: longer.
CREATE TABLE rollup_check (
    hour INTEGER NOT NULL,
    team TEXT NOT NULL,
    kind TEXT NOT NULL,
    shard INTEGER NOT NULL,
    runs INTEGER NOT NULL,
    duration_ns INTEGER NOT NULL,
    b0 INTEGER NOT NULL,
    b1 INTEGER NOT NULL,
    b2 INTEGER NOT NULL,
    b3 INTEGER NOT NULL,
    b4 INTEGER NOT NULL,
    b5 INTEGER NOT NULL,
    b6 INTEGER NOT NULL,
    b7 INTEGER NOT NULL,
    PRIMARY KEY (hour, team, kind, shard)
) STRICT, WITHOUT ROWID;

-- Of the same calls: bytes that were read (reason '') and that were not, by reason.
CREATE TABLE rollup_coverage (
    hour INTEGER NOT NULL,
    team TEXT NOT NULL,
    reason TEXT NOT NULL,
    shard INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (hour, team, reason, shard)
) STRICT, WITHOUT ROWID;

-- What people decide. Whoever writes calls counts what writing them changes.
CREATE TRIGGER rollup_decided AFTER UPDATE OF decided_at ON interaction
    WHEN (old.state IN (1, 2, 3)) <> (new.state IN (1, 2, 3)) OR old.disposition <> new.disposition
        OR old.state = 4 OR new.state = 4
BEGIN
    INSERT INTO rollup (hour, dim, team, value, shard, open, judged, false_positive, timed, decision_us)
        SELECT new.at / 3600000000, d.dim, new.team, d.value, 0,
            (new.state IN (1, 2, 3)) - (old.state IN (1, 2, 3)), (new.disposition <> 0) - (old.disposition <> 0),
            (new.disposition = 2) - (old.disposition = 2),
            (new.state = 4 AND new.decided_at IS NOT NULL) - (old.state = 4 AND old.decided_at IS NOT NULL),
            CASE WHEN new.state = 4 THEN max(coalesce(new.decided_at - new.at, 0), 0) ELSE 0 END
                - CASE WHEN old.state = 4 THEN max(coalesce(old.decided_at - old.at, 0), 0) ELSE 0 END
        FROM (SELECT 0 AS dim, '' AS value UNION ALL SELECT 4, f.rule FROM finding f WHERE f.n = new.n) d
        WHERE TRUE
        ON CONFLICT (dim, hour, team, value, shard) DO UPDATE SET open = open + excluded.open,
            judged = judged + excluded.judged, false_positive = false_positive + excluded.false_positive,
            timed = timed + excluded.timed, decision_us = decision_us + excluded.decision_us;
END;

-- What is there already.
CREATE TEMPORARY TABLE rollup_before AS
    SELECT at / 3600000000 AS hour, team, key, model, sum(verdict = 0) AS allowed, sum(verdict = 1) AS flagged,
        sum(verdict = 2) AS masked, sum(verdict = 3) AS held, sum(verdict = 4) AS blocked, sum(cost_uusd) AS cost_uusd,
        sum(state IN (1, 2, 3)) AS open, sum(disposition <> 0) AS judged, sum(disposition = 2) AS false_positive,
        sum(state = 4 AND decided_at IS NOT NULL) AS timed,
        sum(CASE WHEN state = 4 THEN max(coalesce(decided_at - at, 0), 0) ELSE 0 END) AS decision_us
    FROM interaction GROUP BY 1, 2, 3, 4;
INSERT INTO rollup SELECT hour, 0, team, '', 0, sum(allowed), sum(flagged), sum(masked), sum(held), sum(blocked),
    sum(cost_uusd), sum(open), sum(judged), sum(false_positive), sum(timed), sum(decision_us)
    FROM rollup_before GROUP BY hour, team;
INSERT INTO rollup SELECT hour, 1, team, key, 0, sum(allowed), sum(flagged), sum(masked), sum(held), sum(blocked),
    sum(cost_uusd), 0, 0, 0, 0, 0 FROM rollup_before GROUP BY hour, team, key;
INSERT INTO rollup SELECT hour, 2, team, model, 0, sum(allowed), sum(flagged), sum(masked), sum(held), sum(blocked),
    sum(cost_uusd), 0, 0, 0, 0, 0 FROM rollup_before GROUP BY hour, team, model;
DROP TABLE rollup_before;
INSERT INTO rollup
    SELECT i.at / 3600000000, 4, i.team, f.rule, 0, sum(i.verdict = 0), sum(i.verdict = 1), sum(i.verdict = 2),
        sum(i.verdict = 3), sum(i.verdict = 4), sum(i.cost_uusd), sum(i.state IN (1, 2, 3)), sum(i.disposition <> 0),
        sum(i.disposition = 2), sum(i.state = 4 AND i.decided_at IS NOT NULL),
        sum(CASE WHEN i.state = 4 THEN max(coalesce(i.decided_at - i.at, 0), 0) ELSE 0 END)
    FROM finding f CROSS JOIN interaction i ON i.n = f.n GROUP BY 1, 3, 4;
INSERT INTO rollup
    SELECT i.at / 3600000000, 3, i.team, f.kind, 0, sum(i.verdict = 0), sum(i.verdict = 1), sum(i.verdict = 2),
        sum(i.verdict = 3), sum(i.verdict = 4), sum(i.cost_uusd), 0, 0, 0, 0, 0
    FROM (SELECT DISTINCT n, kind FROM finding) f CROSS JOIN interaction i ON i.n = f.n GROUP BY 1, 3, 4;
