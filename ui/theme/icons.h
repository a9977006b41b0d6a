// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The icons of Gatehouse: one stroke family on a 20 px grid, recoloured by the theme in force.

#include <QColor>
#include <QIcon>

namespace gatehouse::console {

// `name` is a file of resources/icons without ending. Rendered once per colour and size; ask again after a
// theme change.
[[nodiscard]] QIcon themedIcon(const QString &name);
[[nodiscard]] QIcon themedIcon(const QString &name, const QColor &colour);

} // namespace gatehouse::console
