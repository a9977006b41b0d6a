-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there. Who may do what with them: access/rows.sql.
CREATE TABLE handover (
    author TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    summary TEXT NOT NULL,
    teams TEXT NOT NULL,
    PRIMARY KEY (author, at)
);

-- What was decided since the last one.
CREATE INDEX interaction_decided ON interaction (decided_at, state, disposition) WHERE decided_at IS NOT NULL;
