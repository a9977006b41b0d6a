-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0
-- As in a file; see there. All of it is in the row of the call itself, so that a group goes with its week, and is seen by
-- who sees the call. Nothing here is unique: gateways that begin the same group at once do not wait for each other.
ALTER TABLE interaction ADD COLUMN fingerprint BIGINT, ADD COLUMN alike BIGINT,
    ADD COLUMN leads INTEGER NOT NULL DEFAULT 0, ADD COLUMN payload BIGINT;
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
