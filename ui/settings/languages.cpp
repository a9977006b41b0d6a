// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace gatehouse::console {

namespace {

// Owned by the application; a translation that is not there changes nothing.
void load(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

const QList<Language> &shippedLanguages()
{
    static const QList<Language> languages{
        {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    return languages;
}

void installLanguage(const QString &code)
{
    const QLocale wanted = code.isEmpty() ? QLocale() : QLocale(code);
    const auto isWanted = [&](const Language &language) {
        return wanted.name().section(QLatin1Char('_'), 0, 0) == language.code;
    };
    const bool shipped = std::any_of(shippedLanguages().cbegin(), shippedLanguages().cend(), isWanted);
    const QLocale locale = shipped ? wanted : QLocale(QLocale::English);
    QLocale::setDefault(locale);
    load(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(locale, QStringLiteral("gatehouse"), QStringLiteral(":/i18n"));
}

} // namespace gatehouse::console
