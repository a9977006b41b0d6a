-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Keeps the rollups in step with what people decide and with weeks that are dropped. Whoever writes calls counts them
-- himself; each transaction that counts has a shard of rows to itself, so that nobody waits for another or meets him in
-- another order.

-- The first shard that nobody counts in at this moment, until the transaction ends.
CREATE OR REPLACE FUNCTION rollup_shard() RETURNS BIGINT LANGUAGE plpgsql
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    shard INTEGER := 0;
BEGIN
    WHILE NOT pg_try_advisory_xact_lock(1196705878, shard) LOOP
        shard := shard + 1;
    END LOOP;
    RETURN shard;
END
$body$;

-- Gateways decide nothing; a call that whoever else writes opens is counted with the call.
CREATE OR REPLACE FUNCTION count_decisions() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF is_gateway() THEN
        RETURN NULL;
    END IF;
    WITH changed AS (
        SELECT a.n, a.at / 3600000000 AS hour, a.team,
            (a.state IN (1, 2, 3))::int - (b.state IN (1, 2, 3))::int AS open,
            (a.disposition <> 0)::int - (b.disposition <> 0)::int AS judged,
            (a.disposition = 2)::int - (b.disposition = 2)::int AS false_positive,
            (a.state = 4 AND a.decided_at IS NOT NULL)::int - (b.state = 4 AND b.decided_at IS NOT NULL)::int AS timed,
            CASE WHEN a.state = 4 THEN greatest(coalesce(a.decided_at - a.at, 0), 0) ELSE 0 END
                - CASE WHEN b.state = 4 THEN greatest(coalesce(b.decided_at - b.at, 0), 0) ELSE 0 END AS decision_us
        FROM calls_before b JOIN calls_after a USING (id)
        WHERE (a.state, a.disposition, a.decided_at) IS DISTINCT FROM (b.state, b.disposition, b.decided_at)
            AND NOT (b.state = 0 AND a.state = 1 AND a.decided_at IS NOT DISTINCT FROM b.decided_at))
    INSERT INTO rollup (hour, dim, team, value, shard, open, judged, false_positive, timed, decision_us)
        SELECT d.hour, d.dim, d.team, d.value, (SELECT rollup_shard()), sum(d.open), sum(d.judged), sum(d.false_positive),
            sum(d.timed), sum(d.decision_us)
        FROM (SELECT c.*, 0 AS dim, '' AS value FROM changed c
            UNION ALL SELECT c.*, 4, f.rule FROM changed c JOIN finding f ON f.n = c.n) d
        GROUP BY 1, 2, 3, 4
        ON CONFLICT (dim, hour, team, value, shard) DO UPDATE SET
            open = rollup.open + excluded.open, judged = rollup.judged + excluded.judged,
            false_positive = rollup.false_positive + excluded.false_positive, timed = rollup.timed + excluded.timed,
            decision_us = rollup.decision_us + excluded.decision_us;
    RETURN NULL;
END
$body$;
CREATE OR REPLACE TRIGGER interaction_decided AFTER UPDATE ON interaction
    REFERENCING OLD TABLE AS calls_before NEW TABLE AS calls_after
    FOR EACH STATEMENT EXECUTE FUNCTION count_decisions();

-- Decisions change no call's kind.
CREATE OR REPLACE FUNCTION note_kinds() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO call_kind
            SELECT DISTINCT severity, verdict, outcome, team, at / 3600000000, (SELECT rollup_shard()) FROM calls_after
            ON CONFLICT DO NOTHING;
    ELSE
        INSERT INTO call_kind
            SELECT DISTINCT a.severity, a.verdict, a.outcome, a.team, a.at / 3600000000, (SELECT rollup_shard())
            FROM calls_before b JOIN calls_after a USING (id)
            WHERE (a.severity, a.verdict, a.outcome) IS DISTINCT FROM (b.severity, b.verdict, b.outcome)
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$body$;
CREATE OR REPLACE TRIGGER interaction_kind_made AFTER INSERT ON interaction
    REFERENCING NEW TABLE AS calls_after FOR EACH STATEMENT EXECUTE FUNCTION note_kinds();
CREATE OR REPLACE TRIGGER interaction_kind_changed AFTER UPDATE ON interaction
    REFERENCING OLD TABLE AS calls_before NEW TABLE AS calls_after FOR EACH STATEMENT EXECUTE FUNCTION note_kinds();

-- Takes the calls of a week out of the rollups.
CREATE OR REPLACE FUNCTION uncount_week(start BIGINT) RETURNS VOID LANGUAGE plpgsql
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    EXECUTE format($sql$
        WITH c AS (
            SELECT n, at / 3600000000 AS hour, team, key, model, (verdict = 0)::int AS allowed, (verdict = 1)::int AS flagged,
                (verdict = 2)::int AS masked, (verdict = 3)::int AS held, (verdict = 4)::int AS blocked, cost_uusd,
                (state IN (1, 2, 3))::int AS open, (disposition <> 0)::int AS judged,
                (disposition = 2)::int AS false_positive, (state = 4 AND decided_at IS NOT NULL)::int AS timed,
                CASE WHEN state = 4 THEN greatest(coalesce(decided_at - at, 0), 0) ELSE 0 END AS decision_us
            FROM gatehouse.%1$I),
        d AS (
            SELECT c.*, 0 AS dim, '' AS value FROM c
            UNION ALL SELECT c.*, 1, c.key FROM c
            UNION ALL SELECT c.*, 2, c.model FROM c
            UNION ALL SELECT c.*, 3, f.kind FROM c JOIN (SELECT DISTINCT n, kind FROM gatehouse.%2$I) f USING (n)
            UNION ALL SELECT c.*, 4, f.rule FROM c JOIN gatehouse.%2$I f USING (n))
        INSERT INTO rollup
            SELECT d.hour, d.dim, d.team, d.value, (SELECT rollup_shard()), -sum(d.allowed), -sum(d.flagged), -sum(d.masked),
                -sum(d.held), -sum(d.blocked), -sum(d.cost_uusd), coalesce(-sum(d.open) FILTER (WHERE d.dim IN (0, 4)), 0),
                coalesce(-sum(d.judged) FILTER (WHERE d.dim IN (0, 4)), 0), coalesce(-sum(d.false_positive) FILTER (WHERE d.dim IN (0, 4)), 0),
                coalesce(-sum(d.timed) FILTER (WHERE d.dim IN (0, 4)), 0), coalesce(-sum(d.decision_us) FILTER (WHERE d.dim IN (0, 4)), 0)
            FROM d GROUP BY 1, 2, 3, 4
            ON CONFLICT (dim, hour, team, value, shard) DO UPDATE SET
                allowed = rollup.allowed + excluded.allowed, flagged = rollup.flagged + excluded.flagged,
            masked = rollup.masked + excluded.masked, held = rollup.held + excluded.held,
            blocked = rollup.blocked + excluded.blocked, cost_uusd = rollup.cost_uusd + excluded.cost_uusd,
            open = rollup.open + excluded.open, judged = rollup.judged + excluded.judged,
            false_positive = rollup.false_positive + excluded.false_positive, timed = rollup.timed + excluded.timed,
            decision_us = rollup.decision_us + excluded.decision_us
        $sql$, week_table('interaction', start), week_table('finding', start));
END
$body$;

-- The calls of a week, or only what they said, in one step: how many calls it had, or nothing when some must stay.
CREATE OR REPLACE FUNCTION drop_week(start BIGINT, only_bodies BOOLEAN) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    calls BIGINT;
    kept BOOLEAN;
    parent TEXT;
BEGIN
    EXECUTE format('LOCK TABLE gatehouse.%I IN SHARE ROW EXCLUSIVE MODE', week_table('interaction', start));
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM gatehouse.%1$I WHERE state IN (1, 2, 3)) '
        || 'OR EXISTS (SELECT 1 FROM gatehouse.%1$I WHERE outcome = 0) OR (EXISTS (SELECT 1 FROM gatehouse.legal_hold) '
        || 'AND EXISTS (SELECT 1 FROM gatehouse.%1$I WHERE gatehouse.is_kept(id, n, key, state, outcome)))',
        week_table('interaction', start)) INTO kept;
    IF kept THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT count(*) FROM gatehouse.%I', week_table('interaction', start)) INTO calls;
    IF NOT only_bodies THEN
        PERFORM uncount_week(start);
    END IF;
    FOREACH parent IN ARRAY CASE WHEN only_bodies THEN ARRAY['request_body', 'response_body', 'search_text',
        'sealed_originals']
        ELSE week_tables() END LOOP
        EXECUTE format('DROP TABLE IF EXISTS gatehouse.%I', week_table(parent, start));
    END LOOP;
    RETURN calls;
END
$body$;

-- Joins shards of hours before `before` that nobody counts in at this moment, and forgets what has come to nothing.
CREATE OR REPLACE FUNCTION join_rollups(before BIGINT) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    mine BIGINT[];
    counts CONSTANT TEXT := 'allowed, flagged, masked, held, blocked, cost_uusd, open, judged, false_positive, timed, '
        || 'decision_us';
    each RECORD;
BEGIN
    SELECT array_agg(s.shard ORDER BY s.shard) INTO mine
        FROM (SELECT DISTINCT shard FROM rollup UNION SELECT DISTINCT shard FROM rollup_check
            UNION SELECT DISTINCT shard FROM rollup_coverage) s
        WHERE pg_try_advisory_xact_lock(1196705878, s.shard::int);
    IF mine IS NULL THEN
        RETURN;
    END IF;
    FOR each IN SELECT * FROM (VALUES
        ('rollup', 'hour, dim, team, value', counts),
        ('rollup_check', 'hour, team, kind', 'runs, duration_ns, b0, b1, b2, b3, b4, b5, b6, b7'),
        ('rollup_coverage', 'hour, team, reason', 'calls, bytes')) t (name, place, counts)
    LOOP
        EXECUTE format('WITH split AS (SELECT DISTINCT hour FROM gatehouse.%1$I WHERE hour < $1 AND shard = ANY ($2) '
            || 'GROUP BY %2$s HAVING count(*) > 1), gone AS (DELETE FROM gatehouse.%1$I r USING split s '
            || 'WHERE r.hour = s.hour AND r.shard = ANY ($2) RETURNING r.*) '
            || 'INSERT INTO gatehouse.%1$I (%2$s, shard, %3$s) SELECT %2$s, $2[1], %4$s FROM gone GROUP BY %2$s',
            each.name, each.place, each.counts, regexp_replace(each.counts, '(\w+)', 'sum(\1)', 'g')) USING before, mine;
    END LOOP;
    DELETE FROM rollup r WHERE r.hour < before AND r.shard = ANY (mine) AND (r.allowed, r.flagged, r.masked, r.held,
        r.blocked, r.cost_uusd, r.open, r.judged, r.false_positive, r.timed, r.decision_us)
        = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
END
$body$;
