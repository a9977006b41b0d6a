// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace gatehouse::console {

namespace {

QPixmap rendered(const QByteArray &svg, int scale)
{
    QPixmap pixmap(space::icon * scale, space::icon * scale);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString &name)
{
    return themedIcon(name, tokens().muted);
}

QIcon themedIcon(const QString &name, const QColor &colour)
{
    static QHash<QString, QIcon> cache;
    const QString key = name + colour.name();
    if (const auto known = cache.constFind(key); known != cache.cend())
        return *known;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QIcon icon;
    icon.addPixmap(rendered(svg, 1));
    icon.addPixmap(rendered(svg, 2));
    cache.insert(key, icon);
    return icon;
}

} // namespace gatehouse::console
