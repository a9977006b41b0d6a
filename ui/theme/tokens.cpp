// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

namespace gatehouse::console {

namespace {

QColor rgb(QRgb value)
{
    return QColor(value);
}

// Light and dark as the design fixes them; contrast is the same set pulled to black and white.
const Tokens light{rgb(0xF5F6F8), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x1B2230), rgb(0x5A6474), rgb(0xDDE1E7),
    rgb(0x2F5FD0), rgb(0xFFFFFF), rgb(0xDCE6FB),
    {rgb(0x475467), rgb(0x0F6E56), rgb(0x765300), rgb(0xA03C05), rgb(0xB3123B)}, false};

const Tokens dark{rgb(0x12151B), rgb(0x1A1F27), rgb(0x222833), rgb(0xE6E9EF), rgb(0x9AA4B2), rgb(0x2C333F),
    rgb(0x7AA2FF), rgb(0x0E1420), rgb(0x263554),
    {rgb(0xA6B0BF), rgb(0x5CCB9F), rgb(0xE9C23C), rgb(0xFFA25C), rgb(0xFF7A93)}, true};

const Tokens contrast{rgb(0x000000), rgb(0x000000), rgb(0x0B0B0B), rgb(0xFFFFFF), rgb(0xD6DAE0),
    rgb(0x8A94A3), rgb(0x9CBCFF), rgb(0x000000), rgb(0x1C2F5C),
    {rgb(0xD6DAE0), rgb(0x7BEBBF), rgb(0xFFE066), rgb(0xFFBB80), rgb(0xFFA3B5)}, true};

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
        channel(over.blue(), under.blue()));
}

} // namespace

QColor Tokens::tint(Severity value) const
{
    return mixed(of(value), panel, dark ? 0.20 : 0.12);
}

const QColor &Tokens::of(VerdictKind value) const
{
    switch (value) {
    case VerdictKind::Blocked:
        return of(Severity::Critical);
    case VerdictKind::Held:
        return of(Severity::High);
    case VerdictKind::Masked:
        return of(Severity::Medium);
    case VerdictKind::Flagged:
        return accent;
    case VerdictKind::Allowed:
        return of(Severity::Low);
    }
    return text;
}

const Tokens &tokensOf(ThemeName name)
{
    switch (name) {
    case ThemeName::Dark:
        return dark;
    case ThemeName::Contrast:
        return contrast;
    case ThemeName::Light:
        break;
    }
    return light;
}

QChar severityShape(Severity value)
{
    switch (value) {
    case Severity::Critical:
        return QChar(0x25CF);
    case Severity::High:
        return QChar(0x25B2);
    case Severity::Medium:
        return QChar(0x25C6);
    case Severity::Low:
        return QChar(0x25A0);
    case Severity::Info:
        break;
    }
    return QChar(0x00B7);
}

} // namespace gatehouse::console
