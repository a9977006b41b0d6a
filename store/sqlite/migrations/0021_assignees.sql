-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- The calls of a person in the order of time, without reading those of all others.
CREATE INDEX interaction_assignee ON interaction (assignee, id) WHERE assignee <> '';

-- What is overdue is told by the index alone: with `at`.
DROP INDEX interaction_queue;
CREATE INDEX interaction_queue ON interaction (id DESC, state, severity, at) WHERE state IN (1, 2, 3);
