// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter_text.h"

#include "models/text.h"
#include "store/filter.h"

namespace gatehouse::console {

FilterCheck checkFilter(const QString &text)
{
    const auto parsed = store::parseFilter(text.toStdString());
    if (parsed)
        return {};
    return {false, errorText(parsed.error())};
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
