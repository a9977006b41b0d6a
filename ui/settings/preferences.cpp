// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace gatehouse::console {

namespace {
constexpr int mostRecentStores = 8;
constexpr int smallestText = 8;
constexpr int largestText = 20;

QString keyName(const QString &action)
{
    return QStringLiteral("keys/") + action;
}

// A place is no name for a setting: its slashes would be groups.
QString storeKey(const QString &store, const QString &what)
{
    const QByteArray hash = QCryptographicHash::hash(store.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("store_%1/%2").arg(QString::fromLatin1(hash.left(16)), what);
}
} // namespace

Preferences::Preferences(const QString &file, QObject *parent)
    : QObject(parent)
    , m_settings(file.isEmpty() ? new QSettings(QSettings::IniFormat, QSettings::UserScope,
                     QStringLiteral("gatehouse"), QStringLiteral("console"), this)
                                : new QSettings(file, QSettings::IniFormat, this))
{
}

Preferences::~Preferences() = default;

QString Preferences::value(const char *key, const QString &otherwise) const
{
    return m_settings->value(QLatin1String(key), otherwise).toString();
}

QString Preferences::theme() const
{
    return value("theme", QStringLiteral("system"));
}

void Preferences::setTheme(const QString &word)
{
    if (word == theme())
        return;
    m_settings->setValue(QStringLiteral("theme"), word);
    Q_EMIT appearanceChanged();
}

int Preferences::textSize() const
{
    return std::clamp(m_settings->value(QStringLiteral("text_size"), 10).toInt(), smallestText, largestText);
}

void Preferences::setTextSize(int points)
{
    if (points == textSize())
        return;
    m_settings->setValue(QStringLiteral("text_size"), std::clamp(points, smallestText, largestText));
    Q_EMIT appearanceChanged();
}

QString Preferences::language() const
{
    return value("language", {});
}

void Preferences::setLanguage(const QString &code)
{
    m_settings->setValue(QStringLiteral("language"), code);
}

QString Preferences::alerts() const
{
    return value("alerts", QStringLiteral("critical"));
}

void Preferences::setAlerts(const QString &word)
{
    if (word == alerts())
        return;
    m_settings->setValue(QStringLiteral("alerts"), word);
    Q_EMIT alertsChanged();
}

QMap<QString, QKeySequence> Preferences::keys() const
{
    QMap<QString, QKeySequence> keys;
    m_settings->beginGroup(QStringLiteral("keys"));
    for (const QString &action : m_settings->childKeys())
        keys.insert(action, QKeySequence(m_settings->value(action).toString(), QKeySequence::PortableText));
    m_settings->endGroup();
    return keys;
}

void Preferences::setKeys(const QMap<QString, QKeySequence> &keys)
{
    m_settings->remove(QStringLiteral("keys"));
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        m_settings->setValue(keyName(it.key()), it.value().toString(QKeySequence::PortableText));
    Q_EMIT keysChanged();
}

QStringList Preferences::recentStores() const
{
    return m_settings->value(QStringLiteral("recent_stores")).toStringList();
}

void Preferences::addRecentStore(const QString &choice)
{
    const QString kept = connectionNameOf(choice).isEmpty() ? QFileInfo(choice).absoluteFilePath() : choice;
    QStringList recent = recentStores();
    recent.removeAll(kept);
    recent.prepend(kept);
    while (recent.size() > mostRecentStores)
        recent.removeLast();
    m_settings->setValue(QStringLiteral("recent_stores"), recent);
}

void Preferences::forgetStore(const QString &choice)
{
    QStringList recent = recentStores();
    recent.removeAll(choice);
    m_settings->setValue(QStringLiteral("recent_stores"), recent);
}

QString Preferences::reviewerKeyFile() const
{
    return value("reviewer_key_file", {});
}

void Preferences::setReviewerKeyFile(const QString &file)
{
    m_settings->setValue(QStringLiteral("reviewer_key_file"), file);
}

QString Preferences::lastPage() const
{
    return value("last_page", QStringLiteral("review"));
}

void Preferences::setLastPage(const QString &key)
{
    m_settings->setValue(QStringLiteral("last_page"), key);
}

QByteArray Preferences::layout(const QString &what) const
{
    return m_settings->value(QStringLiteral("layout/") + what).toByteArray();
}

void Preferences::setLayout(const QString &what, const QByteArray &state)
{
    m_settings->setValue(QStringLiteral("layout/") + what, state);
}

QString Preferences::ofStore(const QString &store, const QString &what) const
{
    return m_settings->value(storeKey(store, what)).toString();
}

void Preferences::setOfStore(const QString &store, const QString &what, const QString &value)
{
    m_settings->setValue(storeKey(store, what), value);
}

} // namespace gatehouse::console
