// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter_text.h"

#include "models/text.h"
#include "store/filter.h"

namespace gatehouse::console {

FilterCheck checkFilter(const QString &text)
{
    const std::string utf8 = text.toStdString();
    const auto read = store::readFilter(utf8);
    if (read)
        return {};
    const auto from = utf16Offset(utf8, read.error().word.start);
    const auto to = utf16Offset(utf8, read.error().word.end);
    return {false, errorText(read.error().error), static_cast<int>(from), static_cast<int>(to - from)};
}

QStringList filterFieldNames()
{
    return toQStringList(store::filterFields());
}

QString filterWithTerm(const QString &text, const QString &field, const QString &value, bool excluded)
{
    return toQString(store::withTerm(text.toStdString(), field.toStdString(), value.toStdString(), excluded));
}

QString filterWithoutField(const QString &text, const QString &field)
{
    return toQString(store::withoutField(text.toStdString(), field.toStdString()));
}

QStringList filterValues(const QString &text, const QString &field)
{
    const auto parsed = store::parseFilter(text.toStdString());
    if (!parsed)
        return {};
    QStringList values;
    for (const store::FilterTerm &term : parsed->terms) {
        if (!term.excluded && term.field == field.toStdString()
            && term.comparison == store::FilterTerm::Comparison::Is)
            values += toQStringList(term.values);
    }
    return values;
}

} // namespace gatehouse::console
