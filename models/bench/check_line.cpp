// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bench/check_line.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <string_view>

namespace gatehouse::console {

namespace {

QString quoted(QString text)
{
    text.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

QString word(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString textLine(const BenchPart &part, Stage stage, int id)
{
    QJsonObject line{{QStringLiteral("text"), part.text}, {QStringLiteral("zone"), word(name(part.zone))},
        {QStringLiteral("stage"), word(name(stage))}};
    if (id > 0)
        line.insert(QStringLiteral("id"), QString::number(id));
    return compact(line);
}

// Only these zones come out of a chat body as they went in.
bool isRole(TrustZone zone)
{
    return zone == TrustZone::System || zone == TrustZone::User || zone == TrustZone::Assistant;
}

QString chatLine(const std::vector<BenchPart> &parts)
{
    QJsonArray messages;
    for (const auto &part : parts)
        messages.append(QJsonObject{
            {QStringLiteral("role"), word(name(part.zone))}, {QStringLiteral("content"), part.text}});
    const QJsonObject body{
        {QStringLiteral("model"), QStringLiteral("bench")}, {QStringLiteral("messages"), messages}};
    return compact(
        {{QStringLiteral("format"), QStringLiteral("openai.chat")}, {QStringLiteral("request"), body}});
}

QStringList inputLines(const BenchQuestion &question)
{
    const auto &parts = question.parts;
    if (parts.size() == 1)
        return {textLine(parts.front(), question.stage, 0)};
    const bool asChat = question.stage != Stage::Response
        && std::all_of(parts.begin(), parts.end(), [](const BenchPart &part) { return isRole(part.zone); });
    if (asChat)
        return {chatLine(parts)};
    QStringList lines;
    for (const auto &part : parts)
        lines += textLine(part, question.stage, int(lines.size()) + 1);
    return lines;
}

} // namespace

QString checkLine(const BenchQuestion &question, const CheckLinePolicy &policy)
{
    QString line = QStringLiteral("printf '%s\\n'");
    const auto inputs = inputLines(question);
    for (const auto &input : inputs)
        line += QLatin1Char(' ') + quoted(input);
    line += QStringLiteral(" | gatehouse check --jsonl");
    if (!policy.file.isEmpty())
        line += QStringLiteral(" --policy ") + quoted(policy.file);
    else if (!policy.version.isEmpty())
        line += QStringLiteral(" --policy <(gatehouse policy export %1)").arg(policy.version);
    return line;
}

} // namespace gatehouse::console
