// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What changed between two JSON documents, in words a person can scan: one line for each value that differs.

#include <QByteArray>
#include <QString>

#include <vector>

namespace gatehouse::console {

struct JsonChange {
    QString path; // "rules › credentials-out › mode"; objects in a list are named by their "id" or "name"
    QString before; // empty when the value is new
    QString after; // empty when the value is gone

    friend bool operator==(const JsonChange &, const JsonChange &) = default;
};

// Values in document order of `before`, then what only `after` has. A text that is not JSON counts as one
// value; an empty text as nothing.
[[nodiscard]] std::vector<JsonChange> jsonDifference(const QByteArray &before, const QByteArray &after);

} // namespace gatehouse::console
