// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connection profiles in the settings file: everything but the password.
#include "ui/settings/preferences.h"

#include <QSettings>

#include <algorithm>

namespace gatehouse::console {

namespace {

const QString arrayName = QStringLiteral("connections");
const QString choicePrefix = QStringLiteral("connection:");

struct TextField {
    const char *key;
    QString ConnectionProfile::*member;
};
constexpr TextField textFields[]
    = {{"name", &ConnectionProfile::name}, {"service", &ConnectionProfile::service},
        {"hosts", &ConnectionProfile::hosts}, {"database", &ConnectionProfile::database},
        {"user", &ConnectionProfile::user}, {"tls", &ConnectionProfile::tls},
        {"authorities", &ConnectionProfile::authorities}, {"certificate", &ConnectionProfile::certificate},
        {"certificate_key", &ConnectionProfile::certificateKey}};

void write(QSettings &settings, const QList<ConnectionProfile> &profiles)
{
    settings.remove(arrayName);
    settings.beginWriteArray(arrayName, static_cast<int>(profiles.size()));
    for (int i = 0; i < profiles.size(); ++i) {
        settings.setArrayIndex(i);
        for (const TextField &field : textFields)
            settings.setValue(QLatin1String(field.key), profiles[i].*field.member);
        settings.setValue(QStringLiteral("port"), profiles[i].port);
        settings.setValue(QStringLiteral("keeps_password"), profiles[i].keepsPassword);
    }
    settings.endArray();
}

} // namespace

QList<ConnectionProfile> Preferences::connections() const
{
    QList<ConnectionProfile> profiles;
    const int count = m_settings->beginReadArray(arrayName);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        ConnectionProfile profile;
        for (const TextField &field : textFields)
            profile.*field.member
                = m_settings->value(QLatin1String(field.key), profile.*field.member).toString();
        profile.port = m_settings->value(QStringLiteral("port"), profile.port).toInt();
        profile.keepsPassword = m_settings->value(QStringLiteral("keeps_password"), true).toBool();
        profiles.append(profile);
    }
    m_settings->endArray();
    std::sort(profiles.begin(), profiles.end(), [](const ConnectionProfile &a, const ConnectionProfile &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    return profiles;
}

std::optional<ConnectionProfile> Preferences::connection(const QString &name) const
{
    for (const ConnectionProfile &profile : connections()) {
        if (profile.name == name)
            return profile;
    }
    return {};
}

void Preferences::keepConnection(const ConnectionProfile &profile, const QString &before)
{
    QList<ConnectionProfile> profiles = connections();
    profiles.removeIf([&](const ConnectionProfile &known) {
        return known.name == profile.name || (!before.isEmpty() && known.name == before);
    });
    profiles.append(profile);
    write(*m_settings, profiles);
    if (!before.isEmpty() && before != profile.name) {
        QStringList recent = recentStores();
        std::replace(recent.begin(), recent.end(), choicePrefix + before, choiceOf(profile));
        m_settings->setValue(QStringLiteral("recent_stores"), recent);
    }
}

void Preferences::forgetConnection(const QString &name)
{
    QList<ConnectionProfile> profiles = connections();
    profiles.removeIf([&](const ConnectionProfile &known) { return known.name == name; });
    write(*m_settings, profiles);
    forgetStore(choicePrefix + name);
}

QString choiceOf(const ConnectionProfile &profile)
{
    return choicePrefix + profile.name;
}

QString connectionNameOf(const QString &choice)
{
    return choice.startsWith(choicePrefix) ? choice.mid(choicePrefix.size()) : QString();
}

} // namespace gatehouse::console
