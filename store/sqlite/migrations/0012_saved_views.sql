-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Filters kept under a name. owner: as the audit log names its actors; desk: ViewDesk of store/saved_views.h.
CREATE TABLE saved_view (
    owner TEXT NOT NULL,
    desk INTEGER NOT NULL,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    live INTEGER NOT NULL,
    oldest_first INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (owner, desk, name)
) STRICT, WITHOUT ROWID;
