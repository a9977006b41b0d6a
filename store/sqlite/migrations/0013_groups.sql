-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- Calls to review by what they say; see store/likeness.h. fingerprint: of its text; alike: its group, which is the
-- fingerprint of the call that `leads` it; payload: the first 64 bits of its payload's hash. Calls that are there already
-- have none of it.
ALTER TABLE interaction ADD COLUMN fingerprint INTEGER;
ALTER TABLE interaction ADD COLUMN alike INTEGER;
ALTER TABLE interaction ADD COLUMN leads INTEGER NOT NULL DEFAULT 0;
ALTER TABLE interaction ADD COLUMN payload INTEGER;
CREATE INDEX interaction_alike ON interaction (alike, id) WHERE alike IS NOT NULL;
CREATE INDEX interaction_payload ON interaction (payload, id) WHERE payload IS NOT NULL AND state <> 0;
-- Groups by their team and what is searched for; spelt as in store/sql/call_groups.cpp.
CREATE INDEX interaction_leader ON interaction (team, fingerprint, id) WHERE leads = 1;
CREATE INDEX interaction_piece_0 ON interaction (team, (fingerprint & 2047), id) WHERE leads = 1;
CREATE INDEX interaction_piece_1 ON interaction (team, ((fingerprint >> 11) & 2047), id) WHERE leads = 1;
CREATE INDEX interaction_piece_2 ON interaction (team, ((fingerprint >> 22) & 2047), id) WHERE leads = 1;
CREATE INDEX interaction_piece_3 ON interaction (team, ((fingerprint >> 33) & 2047), id) WHERE leads = 1;
CREATE INDEX interaction_piece_4 ON interaction (team, ((fingerprint >> 44) & 1023), id) WHERE leads = 1;
CREATE INDEX interaction_piece_5 ON interaction (team, ((fingerprint >> 54) & 1023), id) WHERE leads = 1;
-- The calls of one agent run.
CREATE INDEX interaction_conversation ON interaction_detail (conversation) WHERE conversation <> '';
