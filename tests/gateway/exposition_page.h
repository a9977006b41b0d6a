// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A page in Prometheus' text format, read as strictly as the format is written down: what is out of order is
// a problem (https://prometheus.io/docs/instrumenting/exposition_formats/).

#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <map>
#include <set>
#include <string>

namespace gatehouse::gateway::test {

class ExpositionPage {
public:
    explicit ExpositionPage(const std::string &text)
    {
        if (!text.empty() && text.back() != '\n')
            m_problems << "the last line does not end";
        for (const QString &line : QString::fromStdString(text).split('\n', Qt::SkipEmptyParts))
            readLine(line);
        for (const auto &[series, value] : m_values)
            checkHistogram(series);
    }

    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    // By the series as written, labels in the page's order: R"(name{a="b"})".
    [[nodiscard]] double value(const QString &series) const
    {
        const auto found = m_values.find(series);
        return found == m_values.end() ? -1 : found->second;
    }
    [[nodiscard]] bool has(const QString &series) const { return m_values.contains(series); }
    [[nodiscard]] const std::map<QString, double> &values() const { return m_values; }
    [[nodiscard]] QString typeOf(const QString &family) const { return m_types.value(family); }

private:
    void problem(const QString &what, const QString &line) { m_problems << what + ": " + line; }

    void readLine(const QString &line)
    {
        static const QRegularExpression help(R"(^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) \S.*$)");
        static const QRegularExpression type(
            R"(^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)$)");
        if (const auto match = help.match(line); match.hasMatch()) {
            if (m_helped.contains(match.captured(1)))
                problem("a second HELP", line);
            m_helped.insert(match.captured(1));
        } else if (const auto typed = type.match(line); typed.hasMatch()) {
            m_family = typed.captured(1);
            if (m_types.contains(m_family))
                problem("a family in two places", line);
            m_types[m_family] = typed.captured(2);
        } else {
            readSample(line);
        }
    }

    void readSample(const QString &line)
    {
        static const QRegularExpression sample(
            R"re(^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)*\})? (\S+)$)re");
        const auto match = sample.match(line);
        if (!match.hasMatch())
            return problem("not a sample", line);
        QString family = match.captured(1);
        if (m_types.value(m_family) == "histogram")
            family.remove(QRegularExpression("_(bucket|sum|count)$"));
        if (family != m_family)
            problem("a sample outside its family", line);
        if (m_types.value(m_family) == "counter" && !m_family.endsWith("_total"))
            problem("a counter's name ends in _total", line);
        bool number = false;
        const double value = match.captured(3).toDouble(&number);
        if (!number && match.captured(3) != "Nan" && match.captured(3) != "+Inf")
            problem("not a number", line);
        if (m_types.value(m_family) != "gauge" && value < 0)
            problem("a count below zero", line);
        if (!m_values.emplace(match.captured(1) + match.captured(2), value).second)
            problem("a series twice", line);
    }

    // Buckets grow, the last is +Inf and equals the count.
    void checkHistogram(const QString &series)
    {
        static const QRegularExpression last(R"re(^(\w+)_bucket\{le="\+Inf"\}$)re");
        const auto match = last.match(series);
        if (match.hasMatch() && value(series) != value(match.captured(1) + "_count"))
            problem("count and last bucket differ", series);
    }

    QStringList m_problems;
    QMap<QString, QString> m_types;
    std::set<QString> m_helped;
    QString m_family;
    std::map<QString, double> m_values;
};

} // namespace gatehouse::gateway::test
