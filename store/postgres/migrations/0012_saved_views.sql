-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there. Who may do what with them: access/rows.sql.
CREATE TABLE saved_view (
    owner TEXT COLLATE "C" NOT NULL,
    desk INTEGER NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    filter TEXT NOT NULL,
    live INTEGER NOT NULL,
    oldest_first INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (owner, desk, name)
);
