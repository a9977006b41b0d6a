// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The theme in force: applied to the whole application, asked by everything that paints.
//
// Widgets that keep colours or icons (not just paint with them) connect to `changed`.

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace gatehouse::console {

class Theme : public QObject {
    Q_OBJECT

public:
    static Theme &instance();

    // `pointSize` is the size of ordinary text; titles and figures follow it.
    void apply(ThemeName name, int pointSize = 10);
    [[nodiscard]] ThemeName name() const { return m_name; }
    [[nodiscard]] const Tokens &tokens() const { return tokensOf(m_name); }
    [[nodiscard]] int pointSize() const { return m_pointSize; }

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    ThemeName m_name = ThemeName::Light;
    int m_pointSize = 10;
};

[[nodiscard]] inline const Tokens &tokens()
{
    return Theme::instance().tokens();
}

// The three sizes there are, and the monospaced face for content and ids.
[[nodiscard]] QFont textFont();
[[nodiscard]] QFont titleFont(); // 11, semibold
[[nodiscard]] QFont figureFont(); // 16, semibold
[[nodiscard]] QFont monoFont();

// Height of a table row for the present text size, at least 28 px.
[[nodiscard]] int standardRowHeight();

// "light", "dark", "contrast" or "system" (what the desktop's palette looks like).
[[nodiscard]] ThemeName themeFromWord(const QString &word);

} // namespace gatehouse::console
