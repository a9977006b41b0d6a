-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there.
ALTER TABLE finding ADD COLUMN zones BIGINT NOT NULL DEFAULT 0, ADD COLUMN score BIGINT NOT NULL DEFAULT -1;
