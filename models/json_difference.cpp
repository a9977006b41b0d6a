// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/json_difference.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace gatehouse::console {

namespace {

using Changes = std::vector<JsonChange>;

QString show(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (value.isString())
        return value.toString();
    // A bare value is written as the one element of a list, whose brackets are then taken off.
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

QString joined(const QString &path, const QString &part)
{
    return path.isEmpty() ? part : path + QStringLiteral(" › ") + part;
}

QString nameOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QJsonValue id = object.value(QLatin1String("id"));
    return id.isString() ? id.toString() : object.value(QLatin1String("name")).toString();
}

// The names of a list's objects, or nothing when one of them has none or two share one.
QStringList namesOf(const QJsonArray &list)
{
    QStringList names;
    for (const auto &value : list) {
        const QString name = nameOf(value);
        if (name.isEmpty() || names.contains(name))
            return {};
        names.append(name);
    }
    return names;
}

void compare(const QString &path, const QJsonValue &before, const QJsonValue &after, Changes &changes);

void compareObjects(
    const QString &path, const QJsonObject &before, const QJsonObject &after, Changes &changes)
{
    for (auto it = before.begin(); it != before.end(); ++it)
        compare(joined(path, it.key()), it.value(), after.value(it.key()), changes);
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (!before.contains(it.key()))
            compare(joined(path, it.key()), QJsonValue(QJsonValue::Undefined), it.value(), changes);
    }
}

QStringList onlyThoseIn(const QStringList &names, const QStringList &others)
{
    QStringList common;
    for (const QString &name : names) {
        if (others.contains(name))
            common.append(name);
    }
    return common;
}

void compareNamed(const QString &path, const QJsonArray &before, const QJsonArray &after, Changes &changes)
{
    const QStringList old = namesOf(before);
    const QStringList now = namesOf(after);
    for (qsizetype i = 0; i < old.size(); ++i) {
        const auto at = now.indexOf(old[i]);
        const QJsonValue other = at < 0 ? QJsonValue(QJsonValue::Undefined) : after[at];
        compare(joined(path, old[i]), before[i], other, changes);
    }
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (!old.contains(now[i]))
            compare(joined(path, now[i]), QJsonValue(QJsonValue::Undefined), after[i], changes);
    }
    const QStringList oldOrder = onlyThoseIn(old, now);
    const QStringList newOrder = onlyThoseIn(now, old);
    if (oldOrder != newOrder)
        changes.push_back({joined(path, QCoreApplication::translate("JsonDifference", "order")),
            oldOrder.join(QStringLiteral(", ")), newOrder.join(QStringLiteral(", "))});
}

void compare(const QString &path, const QJsonValue &before, const QJsonValue &after, Changes &changes)
{
    if (before == after)
        return;
    if (before.isObject() && after.isObject()) {
        compareObjects(path, before.toObject(), after.toObject(), changes);
        return;
    }
    if (before.isArray() && after.isArray()) {
        const QJsonArray old = before.toArray();
        const QJsonArray now = after.toArray();
        const bool named
            = (old.isEmpty() || !namesOf(old).isEmpty()) && (now.isEmpty() || !namesOf(now).isEmpty());
        if (named) {
            compareNamed(path, old, now, changes);
            return;
        }
    }
    changes.push_back({path, show(before), show(after)});
}

QJsonValue parsed(const QByteArray &text)
{
    if (text.trimmed().isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    const auto document = QJsonDocument::fromJson(text);
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return document.array();
    return QString::fromUtf8(text);
}

} // namespace

std::vector<JsonChange> jsonDifference(const QByteArray &before, const QByteArray &after)
{
    QJsonValue old = parsed(before);
    QJsonValue now = parsed(after);
    // A thing that came or went whole reads better field by field.
    if (old.isUndefined() && now.isObject())
        old = QJsonObject();
    if (now.isUndefined() && old.isObject())
        now = QJsonObject();
    Changes changes;
    compare({}, old, now, changes);
    return changes;
}

} // namespace gatehouse::console
