// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Explorer: every recorded call a filter matches, by time, and one of them in full.

#include "ui/page.h"

class QLabel;
class QStackedWidget;

namespace gatehouse::console {

class DataTable;
class DetailPane;
class EmptyState;
class ExplorerModel;
class ExportBar;
class FacetPanel;
class FilterBar;
class InteractionExport;
class InteractionQuery;
class QueueCounts;
class TimelineCounts;
class TimelineStrip;

class ExplorerPage final : public Page {
    Q_OBJECT

public:
    ExplorerPage(PageContext &context, QWidget *parent);

    void activated() override;
    void deactivated() override;
    void open(const QVariantMap &what) override; // "filter"; "interaction": id to show
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] ViewsButton *savedViews() const override { return m_views; }

private:
    void makeActions(PageContext &context);
    QWidget *newTop(PageContext &context);
    QWidget *newList();
    void makeTable();
    void offerColumns();
    void connectAll();
    void connectTimeline();
    void showLoaded();
    void showCurrent();
    void showWhetherEmpty();
    void filterByCell(bool excluded);

    ExplorerModel *m_model;
    InteractionQuery *m_query;
    QueueCounts *m_counts;
    InteractionExport *m_exporter;
    TimelineCounts *m_timeCounts;
    FilterBar *m_filter;
    ViewsButton *m_views = nullptr;
    FacetPanel *m_facets = nullptr;
    TimelineStrip *m_timeline;
    DataTable *m_table;
    QStackedWidget *m_list;
    EmptyState *m_empty;
    DetailPane *m_detail;
    ExportBar *m_exportBar;
    QLabel *m_footer;
    QAction *m_export = nullptr;
};

} // namespace gatehouse::console
