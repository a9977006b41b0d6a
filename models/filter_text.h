// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The filter language for widgets: checking what was typed, and the text with a term set or taken out.

#include <QString>
#include <QStringList>

namespace gatehouse::console {

struct FilterCheck {
    bool ok = true;
    QString problem; // in words, with what is known; empty when ok
    int from = 0, length = 0; // where in the text the wrong word stands
};
[[nodiscard]] FilterCheck checkFilter(const QString &text);
[[nodiscard]] QStringList filterFieldNames();
[[nodiscard]] QString filterWithTerm(
    const QString &text, const QString &field, const QString &value, bool excluded);
[[nodiscard]] QString filterWithoutField(const QString &text, const QString &field);
// "state is open and severity is at least high"; empty when everything matches, the text itself when it can't
// be read.
[[nodiscard]] QString filterInWords(const QString &text);
// The values the text asks for in a field (not the excluded ones).
[[nodiscard]] QStringList filterValues(const QString &text, const QString &field);

} // namespace gatehouse::console
