// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include "models/text.h"
#include "ui/overview/count_chart.h"
#include "ui/overview/figure_tile.h"
#include "ui/overview/verdict_chart.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>

namespace gatehouse::console {

namespace {
constexpr int leastChartHeight = 300; // with less, the charts leave out names
} // namespace

OverviewPage::OverviewPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("overview"), parent)
    , m_reader(new OverviewReader(context.session, this))
    , m_period(new QComboBox)
    , m_blocked(new FigureTile(tr("Blocked")))
    , m_flagged(new FigureTile(tr("Flagged")))
    , m_open(new FigureTile(tr("Open reviews")))
    , m_spend(new FigureTile(tr("Spend")))
    , m_verdicts(new VerdictChart)
    , m_checks(new CountChart(
          tr("Top checks"), tr("Check"), QStringLiteral("check"), tr("No check failed in this time.")))
    , m_teams(new CountChart(tr("Teams whose calls were stopped or flagged"), tr("Team"),
          QStringLiteral("team"), tr("No team's calls were stopped or flagged in this time.")))
    , m_models(new CountChart(tr("Models they called"), tr("Model"), QStringLiteral("model"),
          tr("No calls were stopped or flagged in this time.")))
    , m_rules(new CountChart(
          tr("Top rules"), tr("Rule"), QStringLiteral("rule"), tr("No rule found anything in this time.")))
    , m_keys(new CountChart(tr("Keys whose calls were stopped or flagged"), tr("Key"), QStringLiteral("key"),
          tr("No key's calls were stopped or flagged in this time.")))
    , m_checkTimes(new CountChart(tr("Time in checks"), tr("Check"), QStringLiteral("check"),
          tr("No check ran in this time."), tr("On average")))
    , m_falsePositives(new CountChart(tr("False positives by rule"), tr("Rule"), QStringLiteral("rule"),
          tr("No rule's calls were found to be false positives in this time."), tr("Share")))
    , m_decisionTimes(new CountChart(tr("Time to decision by rule"), tr("Rule"), QStringLiteral("rule"),
          tr("No call of this time was decided."), tr("On average")))
    , m_coverage(new CountChart(tr("Content read by checks"), tr("Content"), QString(),
          tr("No content came in this time."), tr("Bytes")))
    , m_spendByModel(new CountChart(tr("Spend by model"), tr("Model"), QStringLiteral("model"),
          tr("Nothing was spent in this time."), tr("Spend")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::around, space::between, space::around, space::around);
    column->setSpacing(space::between);
    column->addWidget(newTop(context));
    column->addWidget(newFigures());
    column->addWidget(newCharts(), 1);
    connectAll();
}

QWidget *OverviewPage::newTop(PageContext &context)
{
    m_period->setObjectName(QStringLiteral("period"));
    m_period->setAccessibleName(tr("Time shown"));
    m_period->addItem(tr("Last 24 hours"), static_cast<int>(Period::Day));
    m_period->addItem(tr("Last 7 days"), static_cast<int>(Period::Week));
    m_period->addItem(tr("Last 30 days"), static_cast<int>(Period::Month));
    const char *const ids[] = {"overview.day", "overview.week", "overview.month"};
    for (int period = 0; period < m_period->count(); ++period) {
        const QKeySequence key(Qt::Key_1 + period);
        auto *action = context.shortcuts.add(
            {QLatin1String(ids[period]), m_period->itemText(period), key, tr("Overview")}, this);
        connect(action, &QAction::triggered, m_period, [this, period] { m_period->setCurrentIndex(period); });
        m_period->setItemData(period, action->toolTip(), Qt::ToolTipRole);
    }
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_period);
    layout->addStretch();
    return row;
}

QWidget *OverviewPage::newFigures()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::between);
    for (FigureTile *tile : {m_blocked, m_flagged, m_open, m_spend})
        layout->addWidget(tile, 1);
    return row;
}

QWidget *OverviewPage::newCharts()
{
    auto *charts = new QWidget;
    auto *grid = new QGridLayout(charts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::between);
    const std::vector<QWidget *> all{m_verdicts, m_checks, m_rules, m_falsePositives, m_teams, m_keys,
        m_models, m_spendByModel, m_checkTimes, m_decisionTimes};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i]->setMinimumHeight(leastChartHeight);
        grid->addWidget(all[i], static_cast<int>(i / 2), static_cast<int>(i % 2));
    }
    m_coverage->setMinimumHeight(leastChartHeight);
    grid->addWidget(m_coverage, grid->rowCount(), 0, 1, 2);
    for (int line = 0; line < 2; ++line)
        grid->setColumnStretch(line, 1);
    for (int line = 0; line < grid->rowCount(); ++line)
        grid->setRowStretch(line, 1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("charts"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setProperty("look", QStringLiteral("bare"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(charts);
    return scroll;
}

void OverviewPage::connectAll()
{
    connect(m_period, &QComboBox::currentIndexChanged, this,
        [this] { m_reader->setPeriod(static_cast<Period>(m_period->currentData().toInt())); });
    connect(m_reader, &OverviewReader::loaded, this, &OverviewPage::showData);
    connect(m_reader, &OverviewReader::loadFailed, this, [this](const QString &problem) {
        Q_EMIT troubleSaid(tr("The overview could not be read. %1").arg(problem));
        setReady();
    });
    connect(m_blocked, &FigureTile::clicked, this, [this] { openCalls(QStringLiteral("verdict:blocked")); });
    connect(m_flagged, &FigureTile::clicked, this, [this] { openCalls(QStringLiteral("verdict:flagged")); });
    connect(m_spend, &FigureTile::clicked, this, [this] { openCalls({}); });
    connect(m_open, &FigureTile::clicked, this, [this] {
        Q_EMIT goTo(QStringLiteral("review"), {{QStringLiteral("filter"), QStringLiteral("state:open")}});
    });
    for (CountChart *chart :
        {m_checks, m_rules, m_checkTimes, m_falsePositives, m_decisionTimes, m_coverage, m_spendByModel})
        connect(chart, &CountChart::openFilter, this, &OverviewPage::openCalls);
    for (CountChart *chart : {m_teams, m_keys, m_models})
        connect(chart, &CountChart::openFilter, this,
            [this](const QString &filter) { openCalls(filter + QStringLiteral(" -verdict:allowed")); });
    connect(m_verdicts, &VerdictChart::openFilter, this, &OverviewPage::openFilter);
    connect(this, &OverviewPage::openFilter, this, [this](const QString &filter) {
        Q_EMIT goTo(QStringLiteral("explorer"), {{QStringLiteral("filter"), filter}});
    });
}

void OverviewPage::openCalls(const QString &filter)
{
    if (!m_reader->data())
        return;
    const QString since = sinceFilter(m_reader->data()->from);
    Q_EMIT openFilter(filter.isEmpty() ? since : filter + QLatin1Char(' ') + since);
}

QString OverviewPage::periodWords() const
{
    return m_period->currentText();
}

void OverviewPage::showData(const OverviewData &read)
{
    const QLocale locale;
    const auto share = [&](qint64 count) {
        return read.figures.calls > 0
            ? tr("%1 % of %2 calls")
                  .arg(locale.toString(100.0 * double(count) / double(read.figures.calls), 'f', 1),
                      locale.toString(read.figures.calls))
            : tr("no calls yet");
    };
    m_blocked->setFigure(locale.toString(read.figures.blocked), share(read.figures.blocked));
    m_flagged->setFigure(locale.toString(read.figures.flagged), share(read.figures.flagged));
    m_open->setFigure(locale.toString(read.figures.openReviews), tr("waiting for a decision"));
    m_spend->setFigure(moneyText(read.figures.spendUusd), periodWords());
    m_verdicts->setSteps(read.steps);
    m_checks->setCounts(read.checks);
    m_teams->setCounts(read.teams);
    m_models->setCounts(read.models);
    m_rules->setCounts(read.rules);
    m_keys->setCounts(read.keys);
    m_checkTimes->setCounts(read.checkTimes);
    m_falsePositives->setCounts(read.falsePositives);
    m_decisionTimes->setCounts(read.decisionTimes);
    m_coverage->setCounts(read.coverage);
    m_spendByModel->setCounts(read.spend);
    setTitleLine(tr("%1 · %2 calls").arg(periodWords(), locale.toString(read.figures.calls)));
    setReady();
}

QList<QWidget *> OverviewPage::panes() const
{
    return {m_period, m_blocked, m_verdicts, m_checks, m_rules, m_falsePositives, m_teams, m_keys, m_models,
        m_spendByModel, m_checkTimes, m_decisionTimes, m_coverage};
}

} // namespace gatehouse::console
