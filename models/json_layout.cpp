// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/json_layout.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr qsizetype longestText = 64 * 1024;
constexpr int deepestIndent = 16; // deeper ones stand below each other
constexpr int indentWidth = 2;

// Of text that is known to be JSON: only spaces between its parts are changed.
class Layout {
public:
    explicit Layout(const QString &source)
        : m_source(source)
    {
        m_out.places.resize(source.size() + 1);
    }

    JsonLayout take()
    {
        while (m_at < m_source.size())
            next();
        m_out.places[m_source.size()] = m_out.text.size();
        std::sort(m_out.folds.begin(), m_out.folds.end(),
            [](const JsonFold &a, const JsonFold &b) { return a.start < b.start; });
        return std::move(m_out);
    }

private:
    void next()
    {
        const QChar c = m_source[m_at];
        if (c.isSpace())
            skip();
        else if (c == QLatin1Char('"'))
            text();
        else if (c == QLatin1Char('{') || c == QLatin1Char('['))
            open();
        else if (c == QLatin1Char('}') || c == QLatin1Char(']'))
            close();
        else if (c == QLatin1Char(',') || c == QLatin1Char(':'))
            separate(c);
        else
            word();
    }

    void skip() { m_out.places[m_at++] = m_out.text.size(); }

    void copy()
    {
        m_out.places[m_at] = m_out.text.size();
        m_out.text += m_source[m_at++];
    }

    void mark(JsonToken::Kind kind, qsizetype start)
    {
        m_out.tokens.append({kind, start, m_out.text.size() - start});
    }

    void text()
    {
        const qsizetype start = m_out.text.size();
        copy();
        while (m_at < m_source.size() && m_source[m_at] != QLatin1Char('"')) {
            if (m_source[m_at] == QLatin1Char('\\'))
                copy();
            if (m_at < m_source.size())
                copy();
        }
        if (m_at < m_source.size())
            copy();
        if (following() == QLatin1Char(':'))
            mark(JsonToken::Kind::Key, start);
    }

    void word()
    {
        static const QString ends = QStringLiteral(",:]}[{\"");
        const qsizetype start = m_out.text.size();
        while (m_at < m_source.size() && !m_source[m_at].isSpace() && !ends.contains(m_source[m_at]))
            copy();
        mark(JsonToken::Kind::Word, start);
    }

    void open()
    {
        sign();
        const QChar after = following();
        if (after == QLatin1Char('}') || after == QLatin1Char(']'))
            m_empty = true;
        else {
            ++m_depth;
            m_open.append({m_out.text.size() - 1, m_lines});
            newLine();
        }
    }

    void close()
    {
        const bool isEmpty = std::exchange(m_empty, false);
        if (!isEmpty) {
            --m_depth;
            newLine();
        }
        sign();
        if (isEmpty || m_open.isEmpty())
            return;
        const auto [start, line] = m_open.takeLast();
        m_out.folds.append({start, m_out.text.size() - start, m_lines - line});
    }

    void separate(QChar c)
    {
        sign();
        if (c == QLatin1Char(','))
            newLine();
        else
            m_out.text += QLatin1Char(' ');
    }

    void sign()
    {
        const qsizetype start = m_out.text.size();
        copy();
        mark(JsonToken::Kind::Sign, start);
    }

    void newLine()
    {
        ++m_lines;
        m_out.text += QLatin1Char('\n')
            + QString(std::clamp(m_depth, 0, deepestIndent) * indentWidth, QLatin1Char(' '));
    }

    [[nodiscard]] QChar following() const
    {
        const auto found = std::find_if(
            m_source.cbegin() + m_at, m_source.cend(), [](QChar other) { return !other.isSpace(); });
        return found == m_source.cend() ? QChar() : *found;
    }

    const QString &m_source;
    JsonLayout m_out;
    qsizetype m_at = 0;
    QList<std::pair<qsizetype, int>> m_open; // brackets: where, and on which line
    int m_lines = 0;
    int m_depth = 0;
    bool m_empty = false;
};

} // namespace

std::pair<qsizetype, qsizetype> JsonLayout::placeOf(qsizetype start, qsizetype length) const
{
    const qsizetype last = places.size() - 1;
    const qsizetype from = places[std::clamp<qsizetype>(start, 0, last)];
    if (length <= 0)
        return {from, 0};
    const qsizetype end = places[std::clamp<qsizetype>(start + length - 1, 0, last)] + 1;
    return {from, std::max<qsizetype>(end - from, 0)};
}

std::optional<JsonLayout> layOutJson(const QString &source)
{
    const QString trimmed = source.size() > longestText ? QString() : source.trimmed();
    if (!trimmed.startsWith(QLatin1Char('{')) && !trimmed.startsWith(QLatin1Char('[')))
        return std::nullopt;
    QJsonParseError error;
    QJsonDocument::fromJson(source.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return std::nullopt;
    return Layout(source).take();
}

} // namespace gatehouse::console
