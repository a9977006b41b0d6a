// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter_text.h"

#include "models/text.h"
#include "store/filter.h"

#include <QCoreApplication>

namespace gatehouse::console {

namespace {

struct FilterWords {
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

using Comparison = store::FilterTerm::Comparison;

Comparison opposite(Comparison comparison)
{
    switch (comparison) {
    case Comparison::AtLeast:
        return Comparison::Below;
    case Comparison::AtMost:
        return Comparison::Above;
    case Comparison::Above:
        return Comparison::AtMost;
    case Comparison::Below:
        return Comparison::AtLeast;
    case Comparison::Is:
        break;
    }
    return Comparison::Is;
}

QString termInWords(const store::FilterTerm &term)
{
    const QString values = toQStringList(term.values).join(FilterWords::tr(" or "));
    if (term.field == "text")
        return term.excluded ? FilterWords::tr("text does not hold “%1”").arg(values)
                             : FilterWords::tr("text holds “%1”").arg(values);
    const QString field = toQString(term.field);
    const auto comparison = term.excluded ? opposite(term.comparison) : term.comparison;
    if (comparison == Comparison::AtLeast)
        return FilterWords::tr("%1 is at least %2").arg(field, values);
    if (comparison == Comparison::AtMost)
        return FilterWords::tr("%1 is at most %2").arg(field, values);
    if (comparison == Comparison::Above)
        return FilterWords::tr("%1 is above %2").arg(field, values);
    if (comparison == Comparison::Below)
        return FilterWords::tr("%1 is below %2").arg(field, values);
    if (term.field == "since" || term.field == "until") {
        const bool from = (term.field == "since") != term.excluded;
        return from ? FilterWords::tr("time is %1 or later").arg(values)
                    : FilterWords::tr("time is %1 or earlier").arg(values);
    }
    if (term.field == "due" && values == QLatin1String("overdue"))
        return term.excluded ? FilterWords::tr("not overdue") : FilterWords::tr("overdue");
    if (term.field == "due")
        return term.excluded ? FilterWords::tr("not due within %1").arg(values)
                             : FilterWords::tr("due within %1").arg(values);
    return term.excluded ? FilterWords::tr("%1 is not %2").arg(field, values)
                         : FilterWords::tr("%1 is %2").arg(field, values);
}

} // namespace

QString filterInWords(const QString &text)
{
    const auto parsed = store::parseFilter(text.toStdString());
    if (!parsed)
        return text;
    QStringList terms;
    for (const store::FilterTerm &term : parsed->terms)
        terms.append(termInWords(term));
    return terms.join(FilterWords::tr(" and "));
}

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
