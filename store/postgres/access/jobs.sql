-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Decisions about all that a filter matches. Which calls match, people ask with their own rights; what is done to
-- them, and what the audit log tells of it, is done here alone: to calls of their teams, by those who may review, in
-- a job of their own. Changes made here are told by the job's one entry (changes.sql tells them apart by
-- current_user, which nobody can choose).

CREATE OR REPLACE FUNCTION review_job_start(action INTEGER, disposition INTEGER, detail TEXT, filter TEXT, ceiling BYTEA,
    reached BYTEA, expected BIGINT) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    made BIGINT;
BEGIN
    IF NOT may('calls.review') THEN
        RAISE insufficient_privilege USING TABLE = 'review_job', MESSAGE = 'calls are decided by reviewers';
    END IF;
    INSERT INTO review_job (action, disposition, detail, filter, ceiling, reached, expected, actor, started_at, heard_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, acting(), now_micros(), now_micros()) RETURNING job INTO made;
    RETURN made;
END
$body$;

-- 0: there is no such job of one's own that is at its end.
CREATE OR REPLACE FUNCTION review_job_take_back(of BIGINT) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    made BIGINT;
BEGIN
    IF NOT may('calls.review') THEN
        RAISE insufficient_privilege USING TABLE = 'review_job', MESSAGE = 'calls are decided by reviewers';
    END IF;
    INSERT INTO review_job (action, disposition, detail, filter, ceiling, takes_back, removes, reached, expected, actor,
            started_at, heard_at)
        SELECT j.action, j.disposition, j.detail, j.filter, j.ceiling, j.job, 1 - j.removes, j.ceiling, j.changed, acting(),
            now_micros(), now_micros()
        FROM review_job j WHERE j.job = of AND j.state <> 0 AND (j.actor = acting() OR is_owner())
        RETURNING job INTO made;
    RETURN coalesce(made, 0);
END
$body$;

CREATE OR REPLACE FUNCTION review_job_claim(number BIGINT, by TEXT) RETURNS BOOLEAN LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    UPDATE review_job j SET worker = by, heard_at = now_micros()
        WHERE j.job = number AND j.state = 0 AND by <> '' AND (j.worker = '' OR j.heard_at < now_micros() - 30000000)
            AND (j.actor = acting() OR is_owner()) AND may('calls.review');
    RETURN FOUND;
END
$body$;

-- The job, when `by` holds it and may still review.
CREATE OR REPLACE FUNCTION review_job_held(number BIGINT, by TEXT) RETURNS SETOF review_job LANGUAGE sql
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
    UPDATE review_job j SET heard_at = now_micros()
        WHERE j.job = number AND j.worker = by AND by <> '' AND j.state = 0 AND (j.actor = acting() OR is_owner())
            AND may('calls.review')
        RETURNING j.*
$body$;

-- The lowest and highest id of calls with such numbers, so that only their weeks are looked at.
CREATE OR REPLACE FUNCTION lowest_id(number BIGINT) RETURNS BYTEA LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT decode(lpad(to_hex(number >> 20), 12, '0') || repeat('0', 20), 'hex')
$body$;
CREATE OR REPLACE FUNCTION highest_id(number BIGINT) RETURNS BYTEA LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp AS $body$
    SELECT decode(lpad(to_hex(number >> 20), 12, '0') || repeat('f', 20), 'hex')
$body$;

-- Brings the calls of a slice into the state that is remembered as the one after it.
CREATE OR REPLACE FUNCTION review_job_write(j review_job, part BIGINT, changed BIGINT) RETURNS VOID LANGUAGE plpgsql
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    lowest BYTEA;
    highest BYTEA;
BEGIN
    IF changed = 0 THEN
        RETURN;
    END IF;
    SELECT lowest_id(min(r.n)), highest_id(max(r.n)) INTO lowest, highest FROM review_job_row r
        WHERE r.job = j.job AND r.slice = part;
    IF j.action = 4 AND j.removes = 0 THEN
        INSERT INTO review_note (n, at, author, text)
            SELECT r.n, j.started_at, j.actor, j.detail FROM review_job_row r WHERE r.job = j.job AND r.slice = part;
    ELSIF j.action = 4 THEN
        DELETE FROM review_note o USING review_job_row r, review_job b
            WHERE r.job = j.job AND r.slice = part AND o.n = r.n AND b.job = j.takes_back AND o.at = b.started_at
                AND o.author = b.actor AND o.text = b.detail;
    ELSE
        UPDATE interaction i SET state = r.state_after, disposition = r.disposition_after, assignee = r.assignee_after,
                decided_by = j.actor, decided_at = now_micros()
            FROM review_job_row r
            WHERE r.job = j.job AND r.slice = part AND i.n = r.n AND i.id BETWEEN lowest AND highest;
    END IF;
    IF j.changed + changed <= 2000 THEN
        INSERT INTO change (id) SELECT i.id FROM review_job_row r JOIN interaction i ON i.n = r.n
            WHERE r.job = j.job AND r.slice = part AND i.id BETWEEN lowest AND highest;
    ELSE
        -- A gap behind what anybody has read.
        DELETE FROM change_log;
        INSERT INTO change (id) SELECT i.id FROM review_job_row r JOIN interaction i ON i.n = r.n
            WHERE r.job = j.job AND r.slice = part AND i.id BETWEEN lowest AND highest LIMIT 1;
    END IF;
END
$body$;

-- Of these calls, which their caller found to match and has locked. NULL: the job is not `by`'s.
CREATE OR REPLACE FUNCTION review_job_slice(number BIGINT, by TEXT, calls BIGINT[], looked_at BIGINT, reached BYTEA)
    RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    j review_job%ROWTYPE;
    done BIGINT;
BEGIN
    SELECT * INTO j FROM review_job_held(number, by);
    IF j.job IS NULL OR j.takes_back IS NOT NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO review_job_row
        SELECT j.job, j.slice + 1, i.n, i.state, i.disposition, i.assignee, i.state_after, i.disposition_after,
            i.assignee_after
        FROM (SELECT i.n, i.state, i.disposition, i.assignee,
                CASE j.action WHEN 0 THEN 4 WHEN 1 THEN 3 WHEN 2 THEN 1
                    WHEN 3 THEN CASE WHEN i.state = 1 AND j.detail <> '' THEN 2 WHEN i.state = 2 AND j.detail = '' THEN 1
                        ELSE i.state END
                    ELSE i.state END AS state_after,
                CASE j.action WHEN 0 THEN j.disposition WHEN 1 THEN 0 WHEN 2 THEN 0 ELSE i.disposition END
                    AS disposition_after,
                CASE j.action WHEN 3 THEN j.detail ELSE i.assignee END AS assignee_after
            FROM interaction i
            WHERE i.n = ANY (calls) AND i.id <= j.ceiling
                AND i.id BETWEEN lowest_id((SELECT min(c) FROM unnest(calls) c)) AND highest_id((SELECT max(c) FROM unnest(calls) c))
                AND ((SELECT sees_all_teams()) OR i.team = ANY ((SELECT my_teams())::TEXT[]))) i
        WHERE j.action = 4 OR (i.state, i.disposition, i.assignee)
            IS DISTINCT FROM (i.state_after, i.disposition_after, i.assignee_after);
    GET DIAGNOSTICS done = ROW_COUNT;
    PERFORM review_job_write(j, j.slice + 1, done);
    UPDATE review_job r SET slice = j.slice + 1, reached = review_job_slice.reached, matched = r.matched + looked_at,
        changed = r.changed + done WHERE r.job = j.job;
    RETURN done;
END
$body$;

CREATE OR REPLACE FUNCTION review_job_skip(number BIGINT, by TEXT, reached BYTEA) RETURNS BIGINT
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM review_job_held(number, by)) THEN
        RETURN NULL;
    END IF;
    UPDATE review_job j SET reached = review_job_skip.reached WHERE j.job = number;
    RETURN 1;
END
$body$;

-- The next slice of the job that this one takes back: how many calls it had.
CREATE OR REPLACE FUNCTION review_job_back(number BIGINT, by TEXT) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    j review_job%ROWTYPE;
    part BIGINT;
    calls BIGINT;
    done BIGINT;
    lowest BYTEA;
    highest BYTEA;
BEGIN
    SELECT * INTO j FROM review_job_held(number, by);
    IF j.job IS NULL OR j.takes_back IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT min(r.slice) INTO part FROM review_job_row r WHERE r.job = j.takes_back AND r.slice > j.slice;
    IF part IS NULL THEN
        RETURN 0;
    END IF;
    SELECT count(*), lowest_id(min(r.n)), highest_id(max(r.n)) INTO calls, lowest, highest FROM review_job_row r
        WHERE r.job = j.takes_back AND r.slice = part;
    INSERT INTO review_job_row
        SELECT j.job, r.slice, r.n, r.state_after, r.disposition_after, r.assignee_after, r.state, r.disposition, r.assignee
        FROM review_job_row r JOIN interaction i ON i.n = r.n
        WHERE r.job = j.takes_back AND r.slice = part AND i.id BETWEEN lowest AND highest AND i.id <= j.ceiling
            AND ((SELECT sees_all_teams()) OR i.team = ANY ((SELECT my_teams())::TEXT[]))
            AND (j.action = 4 OR (i.state = r.state_after AND i.disposition = r.disposition_after
                AND i.assignee = r.assignee_after))
        FOR UPDATE OF i;
    GET DIAGNOSTICS done = ROW_COUNT;
    PERFORM review_job_write(j, part, done);
    UPDATE review_job r SET slice = part, matched = r.matched + calls, changed = r.changed + done WHERE r.job = j.job;
    RETURN calls;
END
$body$;

-- Members as store/sql/review_job_rows.cpp writes them.
CREATE OR REPLACE FUNCTION review_job_close(number BIGINT, outcome INTEGER) RETURNS VOID LANGUAGE plpgsql
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    j review_job%ROWTYPE;
    told JSONB;
BEGIN
    UPDATE review_job r SET state = outcome, ended_at = now_micros(), worker = '' WHERE r.job = number RETURNING * INTO j;
    told := jsonb_build_object('ceiling', (encode(substring(j.ceiling FROM 1 FOR 16), 'hex')::uuid)::text,
        'changed', j.changed, 'filter', j.filter, 'matched', j.matched, 'started_at', rfc3339(j.started_at), 'started_by',
        j.actor, 'outcome', CASE outcome WHEN 1 THEN 'done' ELSE 'cancelled' END);
    IF j.action = 3 THEN
        told := told || jsonb_build_object('assignee', j.detail);
    ELSIF j.action = 0 THEN
        told := told || jsonb_build_object('disposition',
            (ARRAY['true_positive', 'false_positive', 'benign', 'duplicate'])[j.disposition]);
    ELSIF j.action = 4 THEN
        told := told || jsonb_build_object('note', j.detail);
    END IF;
    IF j.takes_back IS NOT NULL THEN
        told := told || jsonb_build_object('takes_back', j.takes_back);
    END IF;
    PERFORM write_audit(now_micros(), acting(), CASE WHEN j.takes_back IS NOT NULL THEN 'review.undo' ELSE 'review.'
        || (ARRAY['resolve', 'escalate', 'reopen', 'assign', 'note'])[j.action + 1] END, 'job:' || j.job, '',
        canonical_json(told), '');
END
$body$;

CREATE OR REPLACE FUNCTION review_job_end(number BIGINT, by TEXT, outcome INTEGER) RETURNS BIGINT
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF outcome NOT IN (1, 2) OR NOT EXISTS (SELECT 1 FROM review_job_held(number, by)) THEN
        RETURN NULL;
    END IF;
    PERFORM review_job_close(number, outcome);
    RETURN 1;
END
$body$;

CREATE OR REPLACE FUNCTION review_job_leave(number BIGINT, by TEXT) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM review_job_held(number, by)) THEN
        RETURN NULL;
    END IF;
    UPDATE review_job j SET worker = '' WHERE j.job = number;
    RETURN 1;
END
$body$;

-- Ends one job that nobody has gone on with for a day, or forgets some of what was changed by jobs that ended a week
-- ago; whether there may be more.
CREATE OR REPLACE FUNCTION review_job_tidy() RETURNS BOOLEAN LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    abandoned BIGINT;
    done BIGINT;
BEGIN
    SELECT j.job INTO abandoned FROM review_job j WHERE j.state = 0 AND j.heard_at < now_micros() - 86400000000
        LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF abandoned IS NOT NULL THEN
        PERFORM review_job_close(abandoned, 2);
        RETURN TRUE;
    END IF;
    DELETE FROM review_job_row r WHERE (r.job, r.slice, r.n) IN (SELECT o.job, o.slice, o.n FROM review_job j
        JOIN review_job_row o ON o.job = j.job WHERE j.state <> 0 AND j.ended_at < now_micros() - 604800000000 LIMIT 2000);
    GET DIAGNOSTICS done = ROW_COUNT;
    RETURN done > 0;
END
$body$;
