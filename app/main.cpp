// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console's entry: options, language, and the composition root.

#include "app/console.h"
#include "app/options.h"
#include "ui/settings/languages.h"

#include <QApplication>

#include <cstdio>

using namespace gatehouse::console;

namespace {

// Before anything that needs a display: help and mistakes are told also where there is none.
ParsedOptions readOptions(int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    return parseOptions(QCoreApplication::arguments());
}

} // namespace

int main(int argc, char **argv)
{
    const ParsedOptions parsed = readOptions(argc, argv);
    if (!parsed.options) {
        std::fputs(qPrintable(parsed.message), parsed.wrong ? stderr : stdout);
        return parsed.wrong ? 2 : 0;
    }
    choosePlatform(*parsed.options);
    const QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("gatehouse-console"));
    QApplication::setQuitOnLastWindowClosed(false);

    Preferences preferences;
    installLanguage(parsed.options->language.isEmpty() ? preferences.language() : parsed.options->language);
    Console console(*parsed.options, preferences);
    if (!console.start())
        return 3;
    return QApplication::exec();
}
