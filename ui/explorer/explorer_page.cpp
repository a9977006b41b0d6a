// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/explorer_page.h"

#include "models/explorer/explorer_model.h"
#include "models/explorer/timeline_counts.h"
#include "models/filter_completions.h"
#include "models/filter_text.h"
#include "models/review/interaction_query.h"
#include "models/review/queue_counts.h"
#include "models/saved_views.h"
#include "ui/explorer/timeline_strip.h"
#include "ui/export/export_bar.h"
#include "ui/export/pack_saver.h"
#include "ui/review/detail_pane.h"
#include "ui/review/facet_panel.h"
#include "ui/review/revealer.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/severity_delegate.h"
#include "ui/widgets/views_button.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
constexpr int detailWidth = 420;
constexpr int listWidth = 760;
} // namespace

ExplorerPage::ExplorerPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("explorer"), parent)
    , m_model(new ExplorerModel(context.session, this))
    , m_query(new InteractionQuery(context.session, this))
    , m_counts(new QueueCounts(context.session, this))
    , m_exporter(new InteractionExport(context.session, this))
    , m_timeCounts(new TimelineCounts(context.session, this))
    , m_filter(new FilterBar)
    , m_timeline(new TimelineStrip)
    , m_table(new DataTable(tr("Interactions")))
    , m_list(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("explorer")))
    , m_detail(new DetailPane)
    , m_exportBar(new ExportBar(*m_exporter))
    , m_footer(new QLabel)
{
    makeActions(context);
    m_filter->setCompletions(new FilterCompletions(context.session, this));
    makeTable();
    m_facets = new FacetPanel(*m_counts);
    auto *panes = new QSplitter;
    panes->addWidget(m_facets);
    panes->addWidget(newList());
    panes->addWidget(m_detail);
    panes->setStretchFactor(1, 1);
    panes->setSizes({m_facets->width(), listWidth, detailWidth});
    panes->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newTop(context));
    column->addWidget(m_exportBar);
    column->addWidget(m_timeline);
    column->addWidget(panes, 1);
    connectAll();
    connectTimeline();
    m_detail->showNothing(tr("Choose a call to see what happened and why."));
    m_model->setFilter({});
    m_timeCounts->setFilter({});
    m_table->setFocus(); // at the first visit, where else the filter would take bare keys
}

void ExplorerPage::makeActions(PageContext &context)
{
    const auto add
        = [&](const char *id, const QString &text, const QKeySequence &key, std::optional<Right> needs = {}) {
              return context.shortcuts.add({QLatin1String(id), text, key, tr("Explorer"), true, needs}, this);
          };
    m_export = add("explorer.export", tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), Right::ReadContent);
    connect(m_export, &QAction::triggered, this, [this] { m_exportBar->ask(m_filter->filter()); });
    connect(add("explorer.filter", tr("Filter"), QKeySequence(Qt::Key_Slash)), &QAction::triggered, this,
        [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    connect(add("explorer.cell", tr("Filter by this cell"), QKeySequence(Qt::Key_F)), &QAction::triggered,
        this, [this] { filterByCell(false); });
    connect(add("explorer.cell.not", tr("Exclude this cell"), QKeySequence(Qt::SHIFT | Qt::Key_F)),
        &QAction::triggered, this, [this] { filterByCell(true); });
    auto *packs = new PackSaver(context.session, this);
    connect(packs, &PackSaver::said, m_detail, &DetailPane::say);
    connect(packs, &PackSaver::troubleSaid, this, &Page::troubleSaid);
    connect(add("explorer.pack", tr("Evidence pack…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                Right::ReadContent),
        &QAction::triggered, packs, [this, packs] { packs->ask(m_detail->view().row.id); });
    new Revealer(context, *m_detail,
        add("explorer.reveal", tr("Reveal originals…"), QKeySequence(Qt::SHIFT | Qt::Key_R), Right::Review),
        this);
    connect(add("explorer.why", tr("Why?"), QKeySequence(Qt::Key_W)), &QAction::triggered, m_detail,
        &DetailPane::toggleWhy);
    const auto step = [&](const char *id, const QString &text, const QString &key, int by) {
        connect(add(id, text, QKeySequence(key)), &QAction::triggered, m_detail,
            [this, by] { m_detail->stepEvidence(by); });
    };
    step("explorer.evidence.next", tr("Next evidence"), QStringLiteral("]"), 1);
    step("explorer.evidence.previous", tr("Previous evidence"), QStringLiteral("["), -1);
    connect(add("explorer.review", tr("Show in Review"), QKeySequence(Qt::Key_R)), &QAction::triggered, this,
        [this] {
            const QString id = m_table->currentIndex().data(IdRole).toString();
            if (!id.isEmpty())
                Q_EMIT goTo(QStringLiteral("review"), {{QStringLiteral("interaction"), id}});
        });
}

QWidget *ExplorerPage::newTop(PageContext &context)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::around, space::between, space::around, space::between);
    layout->addWidget(m_filter, 1);
    m_views = new ViewsButton(*new SavedViews(context.session, ViewsOf::Explorer, this), context.shortcuts,
        QStringLiteral("explorer"), tr("Explorer"), this);
    connect(m_filter, &FilterBar::filterChanged, m_views,
        [this](const QString &filter) { m_views->setShown(filter, true); });
    connect(m_views, &ViewsButton::viewWanted, m_filter, &FilterBar::setFilter);
    connect(m_views, &ViewsButton::troubleSaid, this, &Page::troubleSaid);
    layout->addWidget(m_views);
    layout->addWidget(new ActionButton(m_export));
    return row;
}

QWidget *ExplorerPage::newList()
{
    m_list->addWidget(m_table);
    m_list->addWidget(m_empty);
    m_footer->setObjectName(QStringLiteral("footer"));
    m_footer->setProperty("look", QStringLiteral("muted"));
    m_footer->setWordWrap(true); // what is wrong with a filter may be long, and must not widen the window
    m_footer->setContentsMargins(space::around, space::inside, space::around, space::inside);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_footer);
    return side;
}

void ExplorerPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("interactions"));
    m_table->setModel(m_model);
    m_table->setColumnCharacters(
        {9, 10, DataTable::charactersFor(verdictWords()), 14, 9, 10, 12, 9, 6, 8, 0});
    m_table->setItemDelegateForColumn(ExplorerModel::SeverityColumn, new SeverityDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto column :
        {ExplorerModel::UseCase, ExplorerModel::OutcomeColumn, ExplorerModel::Tokens, ExplorerModel::Latency})
        m_table->hideColumn(column);
    m_table->setYielding({ExplorerModel::Model});
    offerColumns();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(ExplorerModel::At, Qt::DescendingOrder);
    header->setToolTip(tr("Click to sort; right-click to choose columns"));
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int column) {
        const bool again = column == m_model->sortColumn() && m_model->sortOrder() == Qt::DescendingOrder;
        m_model->sort(column, again ? Qt::AscendingOrder : Qt::DescendingOrder);
        header->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
    });
}

void ExplorerPage::offerColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 0; column < ExplorerModel::ColumnCount; ++column) {
        auto *show = new QAction(m_model->headerData(column, Qt::Horizontal).toString(), header);
        show->setCheckable(true);
        show->setChecked(!m_table->isColumnHidden(column));
        connect(show, &QAction::triggered, m_table, [this, column](bool on) {
            m_table->keepColumn(column);
            m_table->setColumnHidden(column, !on);
        });
        connect(header, &QHeaderView::sectionResized, show, [show, column](int resized, int, int size) {
            if (resized == column)
                show->setChecked(size > 0);
        });
        header->addAction(show);
    }
}

void ExplorerPage::connectAll()
{
    connect(m_filter, &FilterBar::filterChanged, m_model, &ExplorerModel::setFilter);
    connect(m_filter, &FilterBar::filterChanged, m_counts, &QueueCounts::setFilter);
    connect(m_model, &ExplorerModel::loaded, m_counts, &QueueCounts::begin);
    connect(m_model, &ExplorerModel::failed, m_counts, &QueueCounts::begin);
    connect(m_filter, &FilterBar::filterChanged, m_facets, &FacetPanel::setFilter);
    connect(m_facets, &FacetPanel::filterWanted, m_filter, &FilterBar::setFilter);
    connect(m_filter, &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::problemChanged, this, [this](const QString &problem) {
        m_footer->setText(problem);
        if (problem.isEmpty())
            showLoaded();
    });
    connect(m_model, &ExplorerModel::loaded, this, [this] {
        showLoaded();
        if (m_model->rowCount() > 0)
            m_table->selectRow(0);
        setReady();
    });
    connect(m_model, &ExplorerModel::knownChanged, this, &ExplorerPage::showLoaded);
    connect(m_model, &ExplorerModel::newsCountChanged, this, &ExplorerPage::showLoaded);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ExplorerPage::showWhetherEmpty);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            const int row = m_table->currentIndex().row();
            if (row >= first.row() && row <= last.row())
                showCurrent();
        });
    connect(m_model, &ExplorerModel::failed, this, [this](const QString &problem) {
        m_empty->setWords(tr("The calls could not be read. %1").arg(problem));
        m_list->setCurrentWidget(m_empty);
        setReady();
    });
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ExplorerPage::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ExplorerPage::showCurrent);
    connect(m_query, &InteractionQuery::shown, m_detail, &DetailPane::setView);
    connect(m_query, &InteractionQuery::failed, this,
        [this](const QString &, const QString &why) { m_detail->showNothing(why); });
    connect(m_exportBar, &ExportBar::troubleSaid, this, &Page::troubleSaid);
    connect(m_empty, &EmptyState::actionWanted, this, [this] {
        if (m_filter->filter().isEmpty())
            Q_EMIT goTo(QStringLiteral("keys"), {{QStringLiteral("issue"), true}});
        else
            m_filter->setFilter({});
    });
}

// What is chosen in the strip stands in the filter, and nowhere else.
void ExplorerPage::connectTimeline()
{
    connect(m_filter, &FilterBar::filterChanged, m_timeCounts, &TimelineCounts::setFilter);
    connect(m_timeCounts, &TimelineCounts::changed, m_timeline,
        [this] { m_timeline->setSteps(m_timeCounts->steps(), m_timeCounts->isCounting()); });
    connect(m_timeCounts, &TimelineCounts::failed, this, [this](const QString &problem) {
        m_timeline->setSteps({}, false);
        Q_EMIT troubleSaid(tr("The calls could not be counted over time. %1").arg(problem));
    });
    connect(m_timeline, &TimelineStrip::chosen, this, [this](const QDateTime &from, const QDateTime &to) {
        const QString since = filterWithTerm(
            m_filter->text(), QStringLiteral("since"), from.toUTC().toString(Qt::ISODate), false);
        m_filter->setFilter(
            filterWithTerm(since, QStringLiteral("until"), to.toUTC().toString(Qt::ISODate), false));
    });
    connect(m_timeline, &TimelineStrip::cleared, this, [this] {
        m_filter->setFilter(filterWithoutField(
            filterWithoutField(m_filter->text(), QStringLiteral("since")), QStringLiteral("until")));
    });
}

void ExplorerPage::showLoaded()
{
    if (!m_filter->problem().isEmpty())
        return;
    const QString known = QLocale().toString(m_model->known());
    const QString matching = m_model->sorting() > 0
        ? tr("sorting, %1 read…").arg(QLocale().toString(m_model->sorting()))
        : m_model->isComplete() ? tr("%1 match").arg(known)
                                : tr("%1 match so far…").arg(known);
    m_footer->setText(m_model->newsCount() > 0 ? matching + QStringLiteral(" · ")
                + tr("%n new, sort by time to see them", nullptr, m_model->newsCount())
                                               : matching);
    setTitleLine(
        m_filter->filter().isEmpty() && m_model->sorting() == 0 ? tr("%1 calls").arg(known) : matching);
    showWhetherEmpty();
}

void ExplorerPage::showWhetherEmpty()
{
    if (m_model->rowCount() > 0) {
        m_list->setCurrentWidget(m_table);
        return;
    }
    const bool everything = m_filter->filter().isEmpty();
    m_empty->setWords(everything
            ? tr("Every call that passed the gateway stands here. Issue a key and send the first one.")
            : tr("No call matches this filter."),
        everything ? tr("Issue a key…") : tr("Show every call"));
    m_list->setCurrentWidget(m_empty);
}

void ExplorerPage::showCurrent()
{
    const QString id = m_table->currentIndex().data(IdRole).toString();
    if (id.isEmpty()) {
        m_query->clear();
        m_detail->showNothing(tr("Choose a call to see what happened and why."));
        return;
    }
    m_query->show(id);
}

void ExplorerPage::filterByCell(bool excluded)
{
    const QModelIndex cell = m_table->currentIndex();
    const QString field = cell.data(FilterFieldRole).toString();
    const QString value = cell.data(FilterValueRole).toString();
    if (!field.isEmpty() && !value.isEmpty())
        m_filter->setFilter(filterWithTerm(m_filter->text(), field, value, excluded));
}

void ExplorerPage::activated()
{
    m_counts->setActive(true);
}

void ExplorerPage::deactivated()
{
    m_counts->setActive(false);
}

void ExplorerPage::open(const QVariantMap &what)
{
    if (what.contains(QStringLiteral("filter")))
        m_filter->setFilter(what.value(QStringLiteral("filter")).toString());
    if (what.contains(QStringLiteral("interaction")))
        m_query->show(what.value(QStringLiteral("interaction")).toString());
}

QList<QWidget *> ExplorerPage::panes() const
{
    return {m_filter, m_timeline, m_facets, m_table, m_detail};
}

} // namespace gatehouse::console
