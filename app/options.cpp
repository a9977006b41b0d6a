// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "ui/pages.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace gatehouse::console {

namespace {

QString pageWords()
{
    QStringList words;
    for (const PageEntry &entry : pageEntries())
        words.append(QString::fromLatin1(entry.key));
    return words.join(QLatin1Char('|'));
}

QSize sizeFrom(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = form.match(text);
    return match.hasMatch() ? QSize(match.captured(1).toInt(), match.captured(2).toInt()) : QSize();
}

ParsedOptions wrong(const QString &message)
{
    return {std::nullopt, message + QLatin1Char('\n'), true};
}

ParsedOptions read(const QCommandLineParser &parser)
{
    Options options;
    options.store = parser.value(QStringLiteral("store"));
    if (options.store.isEmpty())
        options.store = qEnvironmentVariable("GATEHOUSE_STORE");
    options.page = parser.value(QStringLiteral("page"));
    if (!options.page.isEmpty() && !findPage(options.page))
        return wrong(QStringLiteral("unknown page: %1 (one of %2)").arg(options.page, pageWords()));
    options.theme = parser.value(QStringLiteral("theme"));
    const QStringList themes{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast"),
        QStringLiteral("system")};
    if (!options.theme.isEmpty() && !themes.contains(options.theme))
        return wrong(QStringLiteral("unknown theme: %1 (one of %2)")
                         .arg(options.theme, themes.join(QLatin1Char('|'))));
    options.language = parser.value(QStringLiteral("language"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    if (parser.isSet(QStringLiteral("size"))) {
        options.size = sizeFrom(parser.value(QStringLiteral("size")));
        if (!options.size.isValid())
            return wrong(
                QStringLiteral("not a size: %1 (like 1280x800)").arg(parser.value(QStringLiteral("size"))));
    }
    return {options, {}, false};
}

} // namespace

ParsedOptions parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Gatehouse console: review, keys, policies and more, on a gateway store."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("store"), QStringLiteral("Work on this store: a file, or a postgresql:// address."),
            QStringLiteral("S")},
        {QStringLiteral("page"), QStringLiteral("Show this page first: %1.").arg(pageWords()),
            QStringLiteral("page")},
        {QStringLiteral("theme"), QStringLiteral("light, dark, contrast or system."),
            QStringLiteral("theme")},
        {QStringLiteral("language"), QStringLiteral("Language of the console, as a code: en, de."),
            QStringLiteral("code")},
        {QStringLiteral("size"), QStringLiteral("Size of the window, like 1280x800."), QStringLiteral("WxH")},
        {QStringLiteral("screenshot"), QStringLiteral("Render the page once its data is there, and leave."),
            QStringLiteral("file")},
    });
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return wrong(QStringLiteral("unknown argument: %1").arg(parser.positionalArguments().first()));
    if (parser.isSet(help))
        return {std::nullopt, parser.helpText(), false};
    if (parser.isSet(version))
        return {std::nullopt,
            QStringLiteral("%1 %2\n").arg(
                QCoreApplication::applicationName(), QCoreApplication::applicationVersion()),
            false};
    return read(parser);
}

void choosePlatform(const Options &options)
{
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!options.screenshot.isEmpty() && !display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace gatehouse::console
