// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What tables tell beyond Qt's own roles.

#include <QtCore/qnamespace.h>

namespace gatehouse::console {

// Roles beyond Qt's that delegates and desks understand.
enum TableRole {
    IdRole = Qt::UserRole + 1, // QString; what the row is about
    SeverityRole, // int, a gatehouse::Severity; drawn as a chip
    FilterFieldRole, // QString; field of the filter language this cell stands for
    FilterValueRole, // QString; its value
    SortRole, // what to sort by when the text is not it
};

} // namespace gatehouse::console
