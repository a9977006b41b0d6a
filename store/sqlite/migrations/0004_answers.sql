-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- By what a later call may name the answer it goes on from; '' when it has no such id.
ALTER TABLE interaction_detail ADD COLUMN answer TEXT NOT NULL DEFAULT '';
CREATE INDEX interaction_answer ON interaction_detail (answer) WHERE answer <> '';
