// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The list of desks, in the order of the rail.

#include "ui/page.h"

#include <QString>

#include <span>

namespace gatehouse::console {

struct PageEntry {
    const char *key; // word of --page
    const char *icon; // file of resources/icons without ending
    QString (*title)(); // translated
    Page *(*make)(PageContext &context, QWidget *parent);
};

[[nodiscard]] std::span<const PageEntry> pageEntries();
[[nodiscard]] const PageEntry *findPage(const QString &key);

} // namespace gatehouse::console
