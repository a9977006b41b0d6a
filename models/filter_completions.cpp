// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filter_completions.h"

#include "models/store_session.h"
#include "models/text.h"
#include "store/filter_completion.h"

namespace gatehouse::console {

namespace {

constexpr int mostChoices = 100;
constexpr std::size_t mostValues = 2000;
constexpr qint64 freshMs = 5000;

QStringList examplesOf(const std::string &field)
{
    if (field == "since" || field == "until")
        return {QStringLiteral("1h"), QStringLiteral("6h"), QStringLiteral("1d"), QStringLiteral("7d"),
            QStringLiteral("30d")};
    if (field == "due")
        return {QStringLiteral("overdue"), QStringLiteral("1h"), QStringLiteral("4h"), QStringLiteral("1d")};
    if (field == "score")
        return {QStringLiteral("0.5"), QStringLiteral("0.8"), QStringLiteral("0.9"), QStringLiteral("0.95")};
    return toQStringList(store::filterWords(field));
}

// Those that begin like it before those that only hold it.
QStringList fitting(const QStringList &words, const QString &prefix)
{
    QStringList beginning, holding;
    for (const QString &word : words) {
        if (word.startsWith(prefix, Qt::CaseInsensitive))
            beginning.append(word);
        else if (word.contains(prefix, Qt::CaseInsensitive))
            holding.append(word);
    }
    return (beginning + holding).mid(0, mostChoices);
}

} // namespace

FilterCompletions::FilterCompletions(StoreSession &session, QObject *parent)
    : QObject(parent)
    , m_reader(session.newReader(this))
{
}

void FilterCompletions::ask(const QString &text, int cursor, bool all)
{
    m_text = text;
    m_cursor = cursor;
    m_all = all;
    offer();
}

void FilterCompletions::offer()
{
    const std::string utf8 = m_text.toStdString();
    const auto word
        = store::filterWordAt(utf8, static_cast<std::size_t>(m_text.left(m_cursor).toUtf8().size()));
    const QString field = toQString(word.field), prefix = toQString(word.prefix);
    FilterOffer offer;
    offer.from = static_cast<int>(utf16Offset(utf8, word.word.start));
    offer.length = static_cast<int>(utf16Offset(utf8, word.word.end)) - offer.from;
    QStringList words;
    if (!field.isEmpty()) {
        words = examplesOf(word.field);
        if (words.isEmpty()) {
            words = m_known.value(field).values;
            read(field);
        }
    } else if (m_all || !prefix.isEmpty()) {
        words = toQStringList(store::filterFields());
    }
    offer.shown = fitting(words, prefix);
    // A word that is written already needs no choice.
    if (offer.shown.size() == 1 && offer.shown.first() == prefix && !field.isEmpty())
        offer.shown.clear();
    for (const QString &shown : std::as_const(offer.shown))
        offer.written.append(field.isEmpty() ? shown + (word.hasSign ? QString() : QStringLiteral(":"))
                                             : toQString(store::filterValueText(shown.toStdString())));
    Q_EMIT offered(offer);
}

void FilterCompletions::read(const QString &field)
{
    const auto known = m_known.constFind(field);
    if (known != m_known.cend() && !known->since.hasExpired(freshMs))
        return;
    m_known[field].since.start();
    m_reader->ask(
        this,
        [name = field.toStdString()](
            store::Store &store) { return store::knownFilterValues(store, name, mostValues); },
        [this, field](const Result<std::vector<std::string>> &values) {
            if (!values)
                return;
            const QStringList words = toQStringList(*values);
            const bool news = m_known[field].values != words;
            m_known[field].values = words;
            if (news && !m_text.isEmpty())
                offer();
        });
}

} // namespace gatehouse::console
