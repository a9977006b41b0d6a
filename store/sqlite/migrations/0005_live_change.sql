-- SPDX-FileCopyrightText: 2026 Gatehouse contributors
-- SPDX-License-Identifier: Apache-2.0

-- Nothing to change here: one gateway has a file, and the file itself tells of commits.
SELECT 1;
