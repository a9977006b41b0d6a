-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- Decisions about all that a filter matches. Calls are gone through from `ceiling` downwards, in numbered slices:
-- `reached` is the lowest looked at. Whoever works at a job says so, and when it was last heard of.
-- action: JobAction of store/review_jobs.h; state: 0 running, 1 done, 2 cancelled; removes: notes are taken away
-- instead of written.
CREATE TABLE review_job (
    job INTEGER PRIMARY KEY AUTOINCREMENT,
    action INTEGER NOT NULL,
    disposition INTEGER NOT NULL,
    detail TEXT NOT NULL,
    filter TEXT NOT NULL,
    ceiling BLOB NOT NULL,
    takes_back INTEGER,
    removes INTEGER NOT NULL DEFAULT 0,
    state INTEGER NOT NULL DEFAULT 0,
    slice INTEGER NOT NULL DEFAULT 0,
    reached BLOB NOT NULL,
    expected INTEGER NOT NULL,
    matched INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    actor TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    worker TEXT NOT NULL DEFAULT '',
    heard_at INTEGER NOT NULL
) STRICT;

-- The calls a job changed: as they were, and as it left them.
CREATE TABLE review_job_row (
    job INTEGER NOT NULL,
    slice INTEGER NOT NULL,
    n INTEGER NOT NULL,
    state INTEGER NOT NULL,
    disposition INTEGER NOT NULL,
    assignee TEXT NOT NULL,
    state_after INTEGER NOT NULL,
    disposition_after INTEGER NOT NULL,
    assignee_after TEXT NOT NULL,
    PRIMARY KEY (job, slice, n)
) STRICT, WITHOUT ROWID;
