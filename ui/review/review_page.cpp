// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the review desk is built and wired; what its keys do is in review_commands.cpp.
#include "ui/review/review_page.h"

#include "models/filter_completions.h"
#include "models/filter_text.h"
#include "models/policies/exception_desk.h"
#include "models/review/call_surroundings.h"
#include "models/review/handovers.h"
#include "models/review/interaction_query.h"
#include "models/review/queue_counts.h"
#include "models/review/queue_model.h"
#include "models/saved_views.h"
#include "models/store_session.h"
#include "ui/export/export_bar.h"
#include "ui/export/pack_saver.h"
#include "ui/review/bulk_bar.h"
#include "ui/review/context_pane.h"
#include "ui/review/detail_pane.h"
#include "ui/review/facet_panel.h"
#include "ui/review/groups_pane.h"
#include "ui/review/queue_view.h"
#include "ui/settings/preferences.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/evidence_view.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/section_title.h"
#include "ui/widgets/views_button.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {
const QString standardFilter = QStringLiteral("state:open,in_review");
const QString layoutKey = QStringLiteral("review");
const QString groupingKey = QStringLiteral("grouping");
} // namespace

ReviewPage::ReviewPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("review"), parent)
    , m_context(context)
    , m_session(context.session)
    , m_queue(new QueueModel(context.session, this))
    , m_counts(new QueueCounts(context.session, this))
    , m_query(new InteractionQuery(context.session, this))
    , m_decisions(new Decisions(context.session, this))
    , m_handovers(new Handovers(context.session, this))
    , m_exceptions(new ExceptionDesk(context.session, this))
    , m_packs(new PackSaver(context.session, this))
    , m_export(new ExportBar(*new InteractionExport(context.session, this)))
    , m_filter(new FilterBar)
    , m_live(new QToolButton)
    , m_facets(new FacetPanel(*m_counts))
    , m_groups(new GroupsPane(context.session))
    , m_view(new QueueView(*m_queue))
    , m_empty(new EmptyState(QStringLiteral("review")))
    , m_news(new QPushButton)
    , m_footer(new QLabel)
    , m_detail(new DetailPane)
    , m_surroundings(new CallSurroundings(context.session, this))
    , m_around(new ContextPane(*m_surroundings))
    , m_panes(new QSplitter)
{
    addMovement();
    addDecisionCommands();
    addTools();
    addHandoverCommands();
    addExceptionCommands();
    buildLayout();
    connectQueue();
    connectDecisions();
    m_filter->setCompletions(new FilterCompletions(context.session, this));
    m_filter->setFilter(standardFilter);
    rememberGrouping();
    m_view->setFocus(); // at the first visit, where else the filter would take bare keys
}

// Of this store: what collapses well depends on what is in it.
void ReviewPage::rememberGrouping()
{
    const QString store = m_session.shownLocation();
    m_groups->groupBy(groupingFrom(m_context.preferences.ofStore(store, groupingKey)));
    connect(m_groups, &GroupsPane::chosen, this,
        [this, store](Grouping by) { m_context.preferences.setOfStore(store, groupingKey, nameOf(by)); });
}

void ReviewPage::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newHandoverLine());
    column->addWidget(buildTop());
    column->addWidget(m_export);
    column->addWidget(newLine());
    m_panes->setHandleWidth(1);
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_facets);
    m_panes->addWidget(buildQueue());
    m_panes->addWidget(m_detail);
    m_panes->setStretchFactor(1, 3);
    m_panes->setStretchFactor(2, 2);
    column->addWidget(m_panes, 1);
    m_detail->addTab(m_around, tr("Context"));
    buildMoreLikeIt();
    buildDecisionButtons();
    if (!m_panes->restoreState(m_context.preferences.layout(layoutKey)))
        m_panes->setSizes({152, 616, 420});
    connect(m_panes, &QSplitter::splitterMoved, this,
        [this] { m_context.preferences.setLayout(layoutKey, m_panes->saveState()); });
}

QWidget *ReviewPage::buildTop()
{
    auto *top = new QWidget;
    auto *line = new QHBoxLayout(top);
    line->setContentsMargins(space::between, space::between, space::between, space::between);
    line->setSpacing(space::between);
    m_live->setCheckable(true);
    m_live->setChecked(true);
    m_live->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_live->setProperty("look", QStringLiteral("button"));
    m_live->setText(tr("Live"));
    m_live->setAccessibleName(tr("Live"));
    const auto recolour = [this] { m_live->setIcon(themedIcon(QStringLiteral("live"), tokens().accent)); };
    recolour();
    connect(&Theme::instance(), &Theme::changed, m_live, recolour);
    line->addWidget(m_filter, 1);
    line->addWidget(m_groups->button());
    line->addWidget(newViews());
    line->addWidget(m_live);
    return top;
}

QWidget *ReviewPage::newViews()
{
    m_views = new ViewsButton(*new SavedViews(m_session, ViewsOf::Review, this), m_context.shortcuts,
        QStringLiteral("review"), tr("Review"), this);
    const auto show = [this] { m_views->setShown(m_filter->filter(), m_live->isChecked()); };
    connect(m_filter, &FilterBar::filterChanged, m_views, show);
    connect(m_live, &QToolButton::toggled, m_views, show);
    connect(m_views, &ViewsButton::troubleSaid, this, &Page::troubleSaid);
    connect(m_views, &ViewsButton::viewWanted, this, [this](const QString &filter, bool live) {
        m_live->setChecked(live);
        m_filter->setFilter(filter);
    });
    return m_views;
}

QWidget *ReviewPage::buildQueue()
{
    auto *pane = new QWidget;
    pane->setAutoFillBackground(true);
    pane->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_news->setVisible(false);
    m_news->setProperty("look", QStringLiteral("link"));
    m_empty->setVisible(false);
    m_footer->setProperty("look", QStringLiteral("muted"));
    m_footer->setWordWrap(true); // what is wrong with a filter may be long, and must not widen the window
    m_footer->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::between, space::inside, space::between, space::inside);
    foot->addWidget(m_news);
    foot->addWidget(m_footer, 1);
    column->addWidget(m_groups);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(newLine());
    m_bulk
        = new BulkBar(m_decisions->bulk(), m_context.shortcuts.action(QStringLiteral("review.bulk.cancel")));
    column->addWidget(m_bulk);
    column->addLayout(foot);
    return pane;
}

void ReviewPage::connectQueue()
{
    connect(m_filter, &FilterBar::filterChanged, this, [this](const QString &filter) {
        m_view->clearMarks();
        m_queue->setFilter(filter);
        m_counts->setFilter(filter);
        m_facets->setFilter(filter);
        m_groups->setFilter(filter);
    });
    connect(m_groups, &GroupsPane::filterWanted, m_filter, &FilterBar::setFilter);
    connect(m_groups, &GroupsPane::membersWanted, this, [this] { m_view->setFocus(); });
    connect(m_groups, &GroupsPane::troubleSaid, this, &Page::troubleSaid);
    connect(m_filter, &FilterBar::problemChanged, this, &ReviewPage::refreshFooter);
    connect(m_filter, &FilterBar::left, this, [this] { m_view->setFocus(); });
    connect(m_facets, &FacetPanel::filterWanted, m_filter, &FilterBar::setFilter);
    connect(m_around, &ContextPane::termWanted, this, [this](const QString &field, const QString &value) {
        m_filter->setFilter(filterWithTerm(m_filter->text(), field, value, false));
    });
    connect(m_around, &ContextPane::filterWanted, m_filter, &FilterBar::setFilter);
    connect(m_queue, &QueueModel::loaded, this, &ReviewPage::queueArrived);
    connect(m_queue, &QueueModel::loaded, m_counts, &QueueCounts::begin);
    connect(m_queue, &QueueModel::refreshed, this, &ReviewPage::queueArrived);
    connect(m_queue, &QueueModel::failed, this, &Page::troubleSaid);
    connect(m_queue, &QueueModel::failed, m_counts, &QueueCounts::begin);
    connect(m_queue, &QueueModel::knownChanged, this, &ReviewPage::refreshFooter);
    connect(m_queue, &QueueModel::newsCountChanged, this, [this](int count) {
        m_news->setText(tr("%n new ↑", nullptr, count));
        m_news->setVisible(count > 0);
    });
    connect(m_news, &QPushButton::clicked, m_queue, &QueueModel::takeNews);
    connect(m_live, &QToolButton::toggled, m_queue, &QueueModel::setLive);
    connect(m_view, &QueueView::currentIdChanged, this, &ReviewPage::showCurrent);
    connect(m_view, &QueueView::troubleSaid, this, &Page::troubleSaid);
    connect(m_view, &QueueView::marksChanged, this, &ReviewPage::refreshFooter);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &ReviewPage::showWholeText);
    connect(m_empty, &EmptyState::actionWanted, this, [this] {
        if (m_filter->filter().isEmpty())
            Q_EMIT goTo(QStringLiteral("welcome"), {});
        else
            m_filter->setFilter({});
    });
}

void ReviewPage::connectDecisions()
{
    connect(m_counts, &QueueCounts::changed, this, [this] {
        const QLocale locale;
        setTitleLine(tr("Open %1 · Mine %2 · Overdue %3")
                         .arg(locale.toString(m_counts->open()), locale.toString(m_counts->mine()),
                             locale.toString(m_counts->overdue())));
        Q_EMIT badgeChanged(static_cast<int>(m_counts->open()));
        refreshFooter();
    });
    connect(m_query, &InteractionQuery::shown, this, [this](const InteractionView &view) {
        m_detail->setView(view);
        refreshButtons();
        setReady();
    });
    connect(m_query, &InteractionQuery::failed, this, [this](const QString &, const QString &why) {
        m_detail->showNothing(why);
        refreshButtons();
        setReady();
    });
    connect(m_decisions, &Decisions::committed, m_queue,
        [this](const QStringList &ids) { m_queue->settle(ids); });
    connect(m_decisions, &Decisions::takenBack, m_queue, [this](const QStringList &ids) {
        m_wanted = ids.value(0);
        m_queue->settle(ids);
    });
    connect(m_decisions, &Decisions::failed, this, &ReviewPage::decisionFailed);
    connect(m_packs, &PackSaver::said, m_detail, &DetailPane::say);
    connect(m_export, &ExportBar::troubleSaid, this, &Page::troubleSaid);
    connect(m_packs, &PackSaver::troubleSaid, this, &Page::troubleSaid);
    connect(m_decisions, &Decisions::undoTextChanged, this, &Page::undoTextChanged);
    m_decisions->bulk().look();
}

void ReviewPage::decisionFailed(const QStringList &ids, const QString &why, const QString &conflict)
{
    m_wanted = conflict.isEmpty() ? ids.value(0) : conflict;
    m_wantedMarks = ids.size() > 1 ? ids : QStringList();
    m_wantedMarks.removeOne(conflict);
    // What the other one decided is seen in the row, also where the filter has no place for it any more.
    if (!conflict.isEmpty())
        m_queue->setPinned(conflict);
    m_queue->settle(ids);
    Q_EMIT troubleSaid(why);
}

// What is out of reach now is not shown as decided.
bool ReviewPage::mayChange()
{
    const QString refusal = m_session.refusal();
    if (!refusal.isEmpty())
        Q_EMIT troubleSaid(tr("Nothing was changed. %1").arg(refusal));
    return refusal.isEmpty();
}

void ReviewPage::activated()
{
    if (!m_filter->hasFocus())
        m_view->setFocus();
}

void ReviewPage::open(const QVariantMap &what)
{
    m_wanted = what.value(QStringLiteral("interaction")).toString();
    if (what.contains(QStringLiteral("filter")))
        m_filter->setFilter(what.value(QStringLiteral("filter")).toString());
    if (m_wanted.isEmpty())
        return;
    if (m_queue->positionOf(m_wanted) >= 0)
        m_view->goTo(std::exchange(m_wanted, {}));
    else
        m_query->show(m_wanted);
}

QList<QWidget *> ReviewPage::panes() const
{
    if (m_groups->isOn())
        return {m_filter, m_facets, &m_groups->table(), m_view, &m_detail->conversation()};
    return {m_filter, m_facets, m_view, &m_detail->conversation()};
}

void ReviewPage::queueArrived()
{
    m_queueThere = true;
    const bool empty = m_queue->rowCount() == 0;
    m_view->setVisible(!empty);
    m_empty->setVisible(empty);
    if (empty) {
        const bool everything = m_filter->filter().isEmpty();
        m_empty->setWords(everything
                ? tr("Calls that a rule blocked, masked, held or flagged come here to be decided.")
                : tr("Nothing matches this filter."),
            everything ? tr("Send a first call…") : tr("Show everything"));
        m_detail->showNothing(tr("Choose a call to see what happened and why."));
        refreshButtons();
        setReady();
    }
    if (!m_wanted.isEmpty() && m_queue->positionOf(m_wanted) >= 0)
        m_view->goTo(std::exchange(m_wanted, {}));
    if (!m_wantedMarks.isEmpty())
        m_view->mark(std::exchange(m_wantedMarks, {}));
    refreshFooter();
}

void ReviewPage::showCurrent(const QString &id)
{
    m_queue->setPinned(id);
    m_surroundings->show(id);
    if (id.isEmpty()) {
        m_query->clear();
        m_detail->showNothing(tr("Choose a call to see what happened and why."));
    } else {
        m_query->show(id, m_view->idAfter(1));
    }
    refreshButtons();
}

void ReviewPage::refreshFooter()
{
    if (!m_filter->problem().isEmpty()) {
        m_footer->setText(m_filter->problem());
        return;
    }
    const auto matching = static_cast<int>(m_counts->matching());
    QString text
        = tr("%n match", nullptr, matching).replace(QString::number(matching), QLocale().toString(matching));
    if (m_queue->sorting() > 0)
        text += QStringLiteral(" · ") + tr("sorting, %1 read…").arg(QLocale().toString(m_queue->sorting()));
    const auto chosen = static_cast<int>(m_view->markedCount());
    if (m_view->allMatching())
        text += QStringLiteral(" · ") + tr("all selected");
    else if (chosen > 0)
        text += QStringLiteral(" · ") + tr("%n selected", nullptr, chosen);
    m_footer->setText(text);
}

} // namespace gatehouse::console
