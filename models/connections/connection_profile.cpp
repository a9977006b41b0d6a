// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connections/connection_profile.h"

#include "models/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

namespace gatehouse::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConnectionProfile)
};

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QStringList hostsOf(const ConnectionProfile &profile)
{
    QStringList hosts;
    for (const QString &host : profile.hosts.split(QLatin1Char(','), Qt::SkipEmptyParts))
        hosts.append(host.trimmed());
    hosts.removeAll(QString());
    return hosts;
}

bool isSocket(const QString &host)
{
    return host.startsWith(QLatin1Char('/'));
}

// A colon inside brackets or beside another belongs to an IPv6 address.
qsizetype portColon(const QString &host)
{
    if (isSocket(host))
        return -1;
    const qsizetype colon = host.lastIndexOf(QLatin1Char(':'));
    const bool bracketed = host.startsWith(QLatin1Char('['));
    if (colon < 0
        || (bracketed ? host.lastIndexOf(QLatin1Char(']')) > colon : host.count(QLatin1Char(':')) > 1))
        return -1;
    return colon;
}

QString authorityOf(const QString &host, int port)
{
    const qsizetype colon = portColon(host);
    QString name = colon < 0 ? host : host.left(colon);
    const QString number = colon < 0 ? QString::number(port) : host.mid(colon + 1);
    if (isSocket(name))
        name = encoded(name);
    else if (name.contains(QLatin1Char(':')) && !name.startsWith(QLatin1Char('[')))
        name = QLatin1Char('[') + name + QLatin1Char(']');
    return name + QLatin1Char(':') + number;
}

QString parametersOf(const ConnectionProfile &profile, qsizetype hosts)
{
    QStringList pairs;
    const auto add = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            pairs.append(QLatin1String(name) + QLatin1Char('=') + encoded(value));
    };
    add("service", profile.service);
    add("sslmode", profile.tls);
    add("sslrootcert", profile.authorities);
    add("sslcert", profile.certificate);
    add("sslkey", profile.certificateKey);
    if (hosts > 1)
        add("target_session_attrs", QStringLiteral("read-write"));
    return pairs.join(QLatin1Char('&'));
}

Status wrong(const char *field, const QString &what)
{
    return fail(ErrorKind::InvalidInput, what.toStdString(), field);
}

Status checkHost(const QString &host)
{
    static const QString never = QStringLiteral(" @?#&%\\\"'");
    const qsizetype colon = portColon(host);
    bool isNumber = true;
    const int port = colon < 0 ? 1 : host.mid(colon + 1).toInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return wrong("hosts", Words::tr("Not a port: %1").arg(host.mid(colon + 1)));
    for (const QChar c : host) {
        if (never.contains(c) || (c == QLatin1Char('/') && !isSocket(host)))
            return wrong("hosts", Words::tr("Not the name of a host: %1").arg(host));
    }
    return {};
}

} // namespace

QString addressOf(const ConnectionProfile &profile, const SecretString &password)
{
    QStringList hosts;
    for (const QString &host : hostsOf(profile))
        hosts.append(authorityOf(host, profile.port));
    QString who = encoded(profile.user);
    if (!password.empty())
        who += QLatin1Char(':') + encoded(toQString(password.reveal()));
    if (!who.isEmpty())
        who += QLatin1Char('@');
    return QStringLiteral("postgresql://") + who + hosts.join(QLatin1Char(',')) + QLatin1Char('/')
        + encoded(profile.database) + QLatin1Char('?') + parametersOf(profile, hosts.size());
}

Status check(const ConnectionProfile &profile)
{
    if (profile.name.isEmpty())
        return wrong("name", Words::tr("Say how lists should name it."));
    const QStringList hosts = hostsOf(profile);
    if (profile.service.isEmpty() && hosts.isEmpty())
        return wrong("hosts", Words::tr("Name the host, or a service of ~/.pg_service.conf."));
    if (profile.service.isEmpty() && profile.database.isEmpty())
        return wrong("database", Words::tr("Name the database."));
    for (const QString &host : hosts) {
        if (Status fine = checkHost(host); !fine)
            return fine;
    }
    if (!profile.certificate.isEmpty() && profile.certificateKey.isEmpty())
        return wrong("sslkey", Words::tr("The client certificate needs its private key."));
    if (profile.certificate.isEmpty() && !profile.certificateKey.isEmpty())
        return wrong("sslcert", Words::tr("The private key needs its client certificate."));
    return {};
}

} // namespace gatehouse::console
