// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages.h"

#include <QCoreApplication>

#include <array>

namespace gatehouse::console {

namespace {

// Every desk is `class XPage : public Page` with the constructor XPage(PageContext &, QWidget *parent).
template <class PageClass>
Page *make(PageContext &context, QWidget *parent)
{
    return new PageClass(context, parent);
}

const std::array<PageEntry, 0> entries{};

} // namespace

std::span<const PageEntry> pageEntries()
{
    return entries;
}

const PageEntry *findPage(const QString &key)
{
    for (const PageEntry &entry : pageEntries()) {
        if (key == QLatin1String(entry.key))
            return &entry;
    }
    return nullptr;
}

} // namespace gatehouse::console
