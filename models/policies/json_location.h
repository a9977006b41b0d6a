// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a JSON pointer stands in the text of a document, so that an error can be shown in its place.

#include <QString>

namespace gatehouse::console {

struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;
};

// The value at the pointer, or the deepest value on the way to it that the text has. Text that stops being
// JSON before that is searched as far as it goes.
[[nodiscard]] TextSpan locatePointer(const QString &json, const QString &pointer);

} // namespace gatehouse::console
