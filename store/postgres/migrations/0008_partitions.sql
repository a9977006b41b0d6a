-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Calls and what belongs to them are kept week by week, so that what is past its time goes as a whole. A call's week is
-- that of the time in its id. Its number begins with the same time, so that all its rows go to the same week; nothing
-- refers to a row of another table by a constraint any more, since that would tie the weeks together.

CREATE SEQUENCE call_order MINVALUE 0 MAXVALUE 1048575 CYCLE;
-- The milliseconds a UUIDv7 begins with.
CREATE FUNCTION call_millis(id BYTEA) RETURNS BIGINT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
    SELECT ('x' || encode(substring(id FROM 1 FOR 6), 'hex'))::bit(48)::bigint
$body$;
CREATE FUNCTION call_number(id BYTEA) RETURNS BIGINT LANGUAGE sql AS $body$
    SELECT (gatehouse.call_millis(id) << 20) + nextval('gatehouse.call_order')
$body$;
-- Whoever does not number a call has it numbered.
CREATE FUNCTION number_call() RETURNS TRIGGER LANGUAGE plpgsql AS $body$
BEGIN
    NEW.n := gatehouse.call_number(NEW.id);
    RETURN NEW;
END
$body$;

CREATE TABLE legal_hold (
    kind INTEGER NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    call BYTEA,
    placed_at BIGINT NOT NULL,
    placed_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (kind, object)
);

DROP VIEW searchable;
ALTER TABLE interaction RENAME TO interaction_before;
ALTER TABLE interaction_detail RENAME TO interaction_detail_before;
ALTER TABLE request_body RENAME TO request_body_before;
ALTER TABLE response_body RENAME TO response_body_before;
ALTER TABLE finding RENAME TO finding_before;
ALTER TABLE search_text RENAME TO search_text_before;
ALTER TABLE review_note RENAME TO review_note_before;

CREATE TABLE interaction (LIKE interaction_before INCLUDING DEFAULTS) PARTITION BY RANGE (id);
CREATE TABLE interaction_detail (LIKE interaction_detail_before INCLUDING DEFAULTS) PARTITION BY RANGE (n);
CREATE TABLE request_body (LIKE request_body_before) PARTITION BY RANGE (n);
CREATE TABLE response_body (LIKE response_body_before) PARTITION BY RANGE (n);
CREATE TABLE finding (LIKE finding_before) PARTITION BY RANGE (n);
CREATE TABLE search_text (LIKE search_text_before) PARTITION BY RANGE (n);
CREATE SEQUENCE note_order;
CREATE TABLE review_note (LIKE review_note_before) PARTITION BY RANGE (n);
ALTER TABLE review_note ALTER seq SET DEFAULT nextval('gatehouse.note_order');

CREATE FUNCTION week_tables() RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $body$
    SELECT ARRAY['interaction', 'interaction_detail', 'request_body', 'response_body', 'finding', 'search_text',
        'review_note']
$body$;
-- Weeks are counted from 1970.
CREATE FUNCTION week_millis() RETURNS BIGINT LANGUAGE sql IMMUTABLE AS $body$ SELECT 604800000::bigint $body$;
CREATE FUNCTION week_table(parent TEXT, start BIGINT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $body$
    SELECT parent || '_' || to_char(to_timestamp(start / 1000) AT TIME ZONE 'UTC', 'YYYYMMDD')
$body$;
-- What a week's table of `parent` begins with, or the next one's.
CREATE FUNCTION week_border(parent TEXT, start BIGINT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $body$
    SELECT CASE parent WHEN 'interaction' THEN '\x' || lpad(to_hex(start), 12, '0') || repeat('0', 20)
        ELSE (start << 20)::text END
$body$;

-- Makes what is missing of the weeks between two times (milliseconds), a year's at most. Readers and writers of other
-- weeks go on meanwhile.
CREATE FUNCTION make_weeks(first BIGINT, last BIGINT) RETURNS VOID LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, gatehouse, pg_temp AS $body$
DECLARE
    start BIGINT := first / week_millis() * week_millis();
    parent TEXT;
    made TEXT;
BEGIN
    IF last - first > 53 * week_millis() OR first < 0 OR last >= 1::bigint << 43 THEN
        RAISE EXCEPTION 'these weeks are not made';
    END IF;
    WHILE start <= last LOOP
        FOREACH parent IN ARRAY week_tables() LOOP
            made := week_table(parent, start);
            CONTINUE WHEN to_regclass('gatehouse.' || made) IS NOT NULL;
            PERFORM pg_advisory_xact_lock(1196705877);
            -- Asked of the catalogue itself: what another has just made is not in this session's memory yet.
            CONTINUE WHEN EXISTS (SELECT 1 FROM pg_class c
                WHERE c.relnamespace = 'gatehouse'::regnamespace AND c.relname = made);
            EXECUTE format('CREATE TABLE gatehouse.%I (LIKE gatehouse.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)',
                made, parent);
            EXECUTE format('ALTER TABLE gatehouse.%I ATTACH PARTITION gatehouse.%I FOR VALUES FROM (%L) TO (%L)',
                parent, made, week_border(parent, start), week_border(parent, start + week_millis()));
        END LOOP;
        start := start + week_millis();
    END LOOP;
END
$body$;

-- What must stay of calls however old: a review that is not closed, a call under way, a legal hold.
CREATE FUNCTION is_kept(call BYTEA, number BIGINT, call_key TEXT, call_state INTEGER, call_outcome INTEGER) RETURNS BOOLEAN
    LANGUAGE sql STABLE AS $body$
    SELECT call_state IN (1, 2, 3) OR call_outcome = 0 OR EXISTS (SELECT 1 FROM gatehouse.legal_hold h WHERE
        (h.kind = 0 AND h.call = $1) OR (h.kind = 2 AND h.object = call_key)
        OR (h.kind = 1 AND h.object IN (SELECT d.conversation FROM gatehouse.interaction_detail d WHERE d.n = number)))
$body$;

-- The calls of a week, or only what they said, in one step: how many calls it had, or nothing when some must stay.
CREATE FUNCTION drop_week(start BIGINT, only_bodies BOOLEAN) RETURNS BIGINT LANGUAGE plpgsql SECURITY DEFINER
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
    FOREACH parent IN ARRAY CASE WHEN only_bodies THEN ARRAY['request_body', 'response_body', 'search_text']
        ELSE week_tables() END LOOP
        EXECUTE format('DROP TABLE IF EXISTS gatehouse.%I', week_table(parent, start));
    END LOOP;
    RETURN calls;
END
$body$;

-- What is there moves over, each call under its new number.
CREATE TEMPORARY TABLE renumbered ON COMMIT DROP AS
    SELECT n AS old, id, (call_millis(id) << 20) + (row_number() OVER (ORDER BY id) & 1048575) AS n FROM interaction_before;
SELECT make_weeks(weeks.start, weeks.start) FROM (SELECT DISTINCT call_millis(id) / week_millis() * week_millis() AS start
    FROM renumbered) weeks;
SELECT make_weeks(now_millis, now_millis + 2 * week_millis())
    FROM (SELECT (extract(epoch FROM now()) * 1000)::bigint AS now_millis) now;
INSERT INTO interaction SELECT r.n, i.id, i.at, i.key, i.team, i.environment, i.use_case, i.route, i.model, i.provider,
    i.verdict, i.severity, i.outcome, i.policy_name, i.policy_version, i.tokens_in, i.tokens_out, i.cost_uusd,
    i.latency_us, i.overhead_us, i.rules, i.top_check, i.snippet, i.state, i.disposition, i.assignee, i.gateway
    FROM interaction_before i JOIN renumbered r ON r.old = i.n;
INSERT INTO interaction_detail SELECT r.n, d.checks, d.coverage, d.source_address, d.conversation, d.payload_hash, d.held,
    d.received_bytes, d.counted, d.reserved_in, d.reserved_out, d.reserved_uusd, d.end_user, d.answer
    FROM interaction_detail_before d JOIN renumbered r ON r.old = d.n;
INSERT INTO request_body SELECT r.n, b.segments FROM request_body_before b JOIN renumbered r ON r.old = b.n;
INSERT INTO response_body SELECT r.n, b.segments FROM response_body_before b JOIN renumbered r ON r.old = b.n;
INSERT INTO finding SELECT r.n, f.rule, f.kind, f.at FROM finding_before f JOIN renumbered r ON r.old = f.n;
INSERT INTO search_text SELECT r.n, s.words FROM search_text_before s JOIN renumbered r ON r.old = s.n;
INSERT INTO review_note SELECT o.seq, r.n, o.at, o.author, o.text FROM review_note_before o JOIN renumbered r ON r.old = o.n;
SELECT setval('gatehouse.note_order', greatest((SELECT max(seq) FROM review_note_before), 1));
DROP TABLE review_note_before, search_text_before, finding_before, response_body_before, request_body_before,
    interaction_detail_before, interaction_before;

ALTER TABLE interaction ADD PRIMARY KEY (id);
CREATE TRIGGER interaction_numbered BEFORE INSERT ON interaction FOR EACH ROW WHEN (NEW.n IS NULL)
    EXECUTE FUNCTION number_call();
CREATE INDEX interaction_n ON interaction (n);
CREATE INDEX interaction_at ON interaction (at, verdict);
CREATE INDEX interaction_key ON interaction (key, at);
CREATE INDEX interaction_team ON interaction (team, id, state, severity);
CREATE INDEX interaction_queue ON interaction (id DESC, state, severity) WHERE state IN (1, 2, 3);
CREATE INDEX interaction_pending ON interaction (id) WHERE outcome = 0;
ALTER TABLE interaction_detail ADD PRIMARY KEY (n);
CREATE INDEX interaction_answer ON interaction_detail (answer) WHERE answer <> '';
CREATE INDEX interaction_conversation ON interaction_detail (conversation) WHERE conversation <> '';
CREATE INDEX interaction_end_user ON interaction_detail (end_user) WHERE end_user <> '';
ALTER TABLE request_body ADD PRIMARY KEY (n);
ALTER TABLE response_body ADD PRIMARY KEY (n);
ALTER TABLE finding ADD PRIMARY KEY (n, rule);
CREATE INDEX finding_kind ON finding (kind, at);
ALTER TABLE search_text ADD PRIMARY KEY (n);
CREATE INDEX search_text_words ON search_text USING gin (words);
ALTER TABLE review_note ADD PRIMARY KEY (n, seq);

CREATE VIEW searchable AS
    SELECT i.n AS n,
        coalesce((SELECT body_text(b.segments) FROM request_body b WHERE b.n = i.n), '') || E'\n' ||
        coalesce((SELECT body_text(b.segments) FROM response_body b WHERE b.n = i.n), '') AS text
    FROM interaction i WHERE i.verdict <> 0 AND i.outcome <> 0;
