// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policies/json_location.h"

#include <QStringList>

namespace gatehouse::console {

namespace {

// Walks JSON text without building a document: values are skipped, only their places matter.
class Walker {
public:
    explicit Walker(const QString &text)
        : m_text(text)
    {
    }

    // Moves to the value and returns its span, or one of length 0 at the end of the text.
    TextSpan value()
    {
        blank();
        const qsizetype start = m_at;
        skipValue();
        return {start, m_at - start};
    }

    // From the start of an object or a list to the value named by `part`; false when there is none.
    bool enter(qsizetype start, const QString &part)
    {
        m_at = start;
        if (peek() == QLatin1Char('{'))
            return enterMember(part);
        return peek() == QLatin1Char('[') && enterElement(part);
    }

private:
    [[nodiscard]] QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    void blank()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    QString string()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != QLatin1Char('"'))
            m_at += m_text[m_at] == QLatin1Char('\\') ? 2 : 1;
        m_at = std::min(m_at, m_text.size());
        QString content = m_text.mid(start, m_at - start);
        ++m_at;
        return content;
    }

    void skipValue()
    {
        if (peek() == QLatin1Char('"')) {
            string();
            m_at = std::min(m_at, m_text.size());
        } else if (peek() == QLatin1Char('{') || peek() == QLatin1Char('[')) {
            skipNested();
        } else {
            while (m_at < m_text.size() && !QStringLiteral(",]} \n\t\r").contains(m_text[m_at]))
                ++m_at;
        }
    }

    void skipNested()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == QLatin1Char('"')) {
                string();
                continue;
            }
            ++m_at;
            if (c == QLatin1Char('{') || c == QLatin1Char('['))
                ++depth;
            else if ((c == QLatin1Char('}') || c == QLatin1Char(']')) && --depth == 0)
                break;
        }
        m_at = std::min(m_at, m_text.size());
    }

    // After a value: over the comma to the next; false at the end.
    bool next()
    {
        blank();
        if (peek() != QLatin1Char(','))
            return false;
        ++m_at;
        blank();
        return true;
    }

    bool enterMember(const QString &name)
    {
        ++m_at;
        blank();
        while (peek() == QLatin1Char('"')) {
            const bool found = string() == name;
            blank();
            if (peek() != QLatin1Char(':'))
                return false;
            ++m_at;
            blank();
            if (found)
                return true;
            skipValue();
            if (!next())
                return false;
        }
        return false;
    }

    bool enterElement(const QString &position)
    {
        bool number = false;
        const int wanted = position.toInt(&number);
        ++m_at;
        blank();
        for (int i = 0; number && m_at < m_text.size() && peek() != QLatin1Char(']'); ++i) {
            if (i == wanted)
                return true;
            skipValue();
            if (!next())
                return false;
        }
        return false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

QString unescaped(QString part)
{
    return part.replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

} // namespace

TextSpan locatePointer(const QString &json, const QString &pointer)
{
    Walker walker(json);
    TextSpan span = walker.value();
    if (!pointer.startsWith(QLatin1Char('/')))
        return span;
    for (const QString &part : pointer.mid(1).split(QLatin1Char('/'))) {
        if (!walker.enter(span.start, unescaped(part)))
            break;
        span = walker.value();
    }
    return span;
}

} // namespace gatehouse::console
