// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system/provider_entry.h"

#include "core/access/limit.h"
#include "models/text.h"

#include <QCoreApplication>

namespace gatehouse::console {

namespace {
struct ProviderWords {
    Q_DECLARE_TR_FUNCTIONS(ProviderWords)
};
} // namespace

QString word(Health health)
{
    switch (health) {
    case Health::Good:
        return ProviderWords::tr("● good");
    case Health::Failing:
        return ProviderWords::tr("▲ failing");
    case Health::Unknown:
        break;
    }
    return ProviderWords::tr("not called yet");
}

QString kindWord(const ProviderEntry &entry)
{
    const QString &kind = entry.kind;
    if (kind == QLatin1String("sandbox"))
        return ProviderWords::tr("Sandbox");
    if (kind == QLatin1String("anthropic"))
        return ProviderWords::tr("Anthropic");
    if (kind == QLatin1String("azure"))
        return ProviderWords::tr("Azure OpenAI");
    return entry.baseUrl.startsWith(QLatin1String("https://api.openai.com/"))
        ? ProviderWords::tr("OpenAI")
        : ProviderWords::tr("OpenAI-compatible");
}

QString priceWords(const Price &price)
{
    return ProviderWords::tr("%1 in, %2 out, %3 cached")
        .arg(toQString(usdText(price.in)), toQString(usdText(price.out)), toQString(usdText(price.cached)));
}

} // namespace gatehouse::console
