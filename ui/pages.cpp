// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages.h"

#include "ui/audit/audit_page.h"
#include "ui/bench/bench_page.h"
#include "ui/explorer/explorer_page.h"
#include "ui/keys/keys_page.h"
#include "ui/overview/overview_page.h"
#include "ui/policies/policies_page.h"
#include "ui/providers/providers_page.h"
#include "ui/review/review_page.h"

#include <QCoreApplication>

namespace gatehouse::console {

namespace {

class Titles {
    Q_DECLARE_TR_FUNCTIONS(Titles)
};

// Every desk is `class XPage : public Page` with the constructor XPage(PageContext &, QWidget *parent).
template <class PageClass>
Page *make(PageContext &context, QWidget *parent)
{
    return new PageClass(context, parent);
}

const PageEntry entries[] = {
    {"overview", "overview", [] { return Titles::tr("Overview"); }, make<OverviewPage>},
    {"review", "review", [] { return Titles::tr("Review"); }, make<ReviewPage>},
    {"explorer", "explorer", [] { return Titles::tr("Explorer"); }, make<ExplorerPage>},
    {"policies", "policies", [] { return Titles::tr("Policies"); }, make<PoliciesPage>},
    {"bench", "bench", [] { return Titles::tr("Test bench"); }, make<BenchPage>},
    {"keys", "keys", [] { return Titles::tr("Keys"); }, make<KeysPage>},
    {"audit", "audit", [] { return Titles::tr("Audit"); }, make<AuditPage>},
    {"providers", "providers", [] { return Titles::tr("Providers"); }, make<ProvidersPage>},
};

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
