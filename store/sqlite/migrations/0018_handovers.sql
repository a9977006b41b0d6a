-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- What one shift tells the next. summary: ShiftSummary of store/handovers.h as JSON; teams: those whose calls the author
-- saw, a line each, or '*'.
CREATE TABLE handover (
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    summary TEXT NOT NULL,
    teams TEXT NOT NULL,
    PRIMARY KEY (author, at)
) STRICT, WITHOUT ROWID;

-- What was decided since the last one.
CREATE INDEX interaction_decided ON interaction (decided_at, state, disposition) WHERE decided_at IS NOT NULL;
