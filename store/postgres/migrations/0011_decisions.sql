-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Who changed state, disposition or assignee of a call last, and when: what the second of two conflicting decisions
-- is told.

ALTER TABLE interaction ADD COLUMN decided_by TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE interaction ADD COLUMN decided_at BIGINT;
