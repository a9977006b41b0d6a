-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there. What is sealed is kept week by week like the bodies it belongs to.
CREATE TABLE reviewer_key (
    fingerprint TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    certificate TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL
);

CREATE TABLE sealed_originals (
    n BIGINT NOT NULL,
    body INTEGER NOT NULL,
    envelope TEXT NOT NULL,
    PRIMARY KEY (n, body)
) PARTITION BY RANGE (n);

CREATE OR REPLACE FUNCTION week_tables() RETURNS TEXT[] LANGUAGE sql IMMUTABLE AS $body$
    SELECT ARRAY['interaction', 'interaction_detail', 'request_body', 'response_body', 'finding', 'search_text',
        'review_note', 'sealed_originals']
$body$;
-- Who makes the weeks must own what they are of.
DO $body$
BEGIN
    EXECUTE format('ALTER TABLE sealed_originals OWNER TO %s',
        (SELECT relowner::regrole FROM pg_class WHERE oid = 'gatehouse.interaction'::regclass));
END
$body$;
-- Of the weeks that are there and whose bodies are kept.
SELECT make_weeks(weeks.start, weeks.start) FROM (
    SELECT extract(epoch FROM to_date(right(c.relname, 8), 'YYYYMMDD'))::bigint * 1000 AS start
    FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid
    WHERE h.inhparent = 'gatehouse.request_body'::regclass) weeks;
