// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPalette>
#include <QStyleFactory>
#include <QToolTip>

namespace gatehouse::console {

namespace {

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.bg);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.panel);
    palette.setColor(QPalette::AlternateBase, t.bg);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Button, t.panel);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::BrightText, t.of(Severity::Critical));
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.line);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.line);
    palette.setColor(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    return palette;
}

QFont faced(const QStringList &families, int points, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setPointSize(points);
    font.setWeight(weight);
    return font;
}

const QStringList &textFamilies()
{
    static const QStringList families{QStringLiteral("Inter"), QStringLiteral("Noto Sans"),
        QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Noto Sans CJK SC"),
        QStringLiteral("DejaVu Sans")};
    return families;
}

} // namespace

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::apply(ThemeName name, int pointSize)
{
    m_name = name;
    m_pointSize = pointSize;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(textFont());
    QApplication::setPalette(paletteOf(tokens()));
    QToolTip::setPalette(paletteOf(tokens()));
    qApp->setStyleSheet(styleSheetOf(tokens()));
    Q_EMIT changed();
}

QFont textFont()
{
    return faced(textFamilies(), Theme::instance().pointSize(), QFont::Normal);
}

QFont titleFont()
{
    return faced(textFamilies(), Theme::instance().pointSize() + 1, QFont::DemiBold);
}

QFont figureFont()
{
    return faced(textFamilies(), Theme::instance().pointSize() + 6, QFont::DemiBold);
}

QFont monoFont()
{
    QFont font = faced({QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono"),
                           QStringLiteral("Noto Sans CJK JP"), QStringLiteral("DejaVu Sans Mono")},
        Theme::instance().pointSize(), QFont::Normal);
    font.setStyleHint(QFont::Monospace);
    return font;
}

int standardRowHeight()
{
    return std::max(space::row, QFontMetrics(textFont()).height() + 2 * space::inside);
}

ThemeName themeFromWord(const QString &word)
{
    if (word == QLatin1String("light"))
        return ThemeName::Light;
    if (word == QLatin1String("dark"))
        return ThemeName::Dark;
    if (word == QLatin1String("contrast"))
        return ThemeName::Contrast;
    // Qt 6.4 has no colour scheme hint; the palette of the platform theme, read before ours is set, says as
    // much.
    static const bool desktopIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return desktopIsDark ? ThemeName::Dark : ThemeName::Light;
}

} // namespace gatehouse::console
