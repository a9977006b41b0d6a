-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- What the filter asks of findings beyond rule and kind. zones: one bit each trust zone its evidence stands in, by the
-- zone's number; score: in millionths, -1 where the check gives none. Of findings that are there already neither is known.
ALTER TABLE finding ADD COLUMN zones INTEGER NOT NULL DEFAULT 0;
ALTER TABLE finding ADD COLUMN score INTEGER NOT NULL DEFAULT -1;
