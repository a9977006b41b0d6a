// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console's window on a long store: how long a person waits, from the key to the painted row. Beside it
// what SQLite alone takes for the same rows. Decisions are made in the store that is named; it should be a
// copy.
#include "models/explorer/explorer_model.h"
#include "models/review/decisions.h"
#include "models/review/queue_model.h"
#include "models/store_session.h"
#include "tests/bench/console/heartbeat.h"
#include "tests/bench/console/limits.h"
#include "ui/frame/main_window.h"
#include "ui/review/detail_pane.h"
#include "ui/review/queue_view.h"
#include "ui/settings/preferences.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_bar.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>
#include <random>

using namespace gatehouse;
using namespace gatehouse::console;

namespace {

constexpr int longMs = 600'000;

struct Times {
    std::vector<double> ms;
    [[nodiscard]] double at(double share) const
    {
        std::vector<double> sorted = ms;
        std::sort(sorted.begin(), sorted.end());
        const auto last = static_cast<double>(sorted.size() - 1);
        return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(last * share)];
    }
};

// `limit` is what SQLite alone took for the same, in milliseconds; 0: there is no such thing.
void print(const char *figure, const Times &times, double worstGap, double limit)
{
    std::printf("{\"figure\":\"%s\",\"p50_ms\":%.2f,\"p95_ms\":%.2f,\"worst_ms\":%.2f,\"runs\":%zu,"
                "\"worst_gap_ms\":%.1f",
        figure, times.at(0.5), times.at(0.95), times.at(1), times.ms.size(), worstGap);
    if (limit > 0)
        std::printf(",\"against\":\"sqlite\",\"limit_ms\":%.2f,\"ratio\":%.2f", limit, times.at(0.5) / limit);
    std::printf("}\n");
    std::fflush(stdout);
}

double residentMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    (void)status.open(QIODevice::ReadOnly);
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

// The window with a desk on top.
class Desk {
public:
    explicit Desk(const QString &store)
        : m_preferences(m_folder.filePath(QStringLiteral("console.ini")))
        , m_shortcuts(m_preferences)
        , m_session(store)
        , m_window({m_session, m_shortcuts, m_preferences})
    {
        Theme::instance().apply(ThemeName::Light);
        m_window.resize(1280, 800);
    }
    Page *open(const QString &key)
    {
        Page *page = m_window.showPage(key);
        m_window.show();
        m_window.activateWindow();
        (void)QTest::qWaitFor([page] { return page->isReady(); }, longMs);
        (void)QTest::qWaitForWindowActive(&m_window);
        return page;
    }

private:
    QTemporaryDir m_folder;
    Preferences m_preferences;
    ShortcutMap m_shortcuts;
    StoreSession m_session;
    MainWindow m_window;
};

// Milliseconds until `done`, events being handled meanwhile.
double waitFor(const std::function<void()> &start, const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    start();
    while (!done() && timer.elapsed() < longMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// What the window would paint at its next frame, now: what changed, laid out where it belongs.
void paintFrame(QWidget &widget)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QEvent frame(QEvent::UpdateRequest);
    QCoreApplication::sendEvent(widget.window(), &frame);
}

// From the filter to its first page painted.
double timeOfFilter(FilterBar &bar, InteractionList &model, QAbstractItemView &view, const QString &filter)
{
    const QSignalSpy loaded(&model, &InteractionList::loaded);
    return waitFor([&] { bar.setFilter(filter); },
        [&] {
            if (loaded.isEmpty())
                return false;
            paintFrame(view);
            return true;
        });
}

void benchFilters(
    Page &page, QueueModel &model, QueueView &view, bench::Heartbeat &heart, bench::Limits &limits)
{
    auto *bar = page.findChild<FilterBar *>();
    const auto run = [&](const char *figure, const QStringList &filters, const std::string &sql) {
        Times times;
        for (int round = 0; round < 6; ++round) {
            for (const QString &filter : filters) {
                // The filter that is in force is not read again.
                (void)timeOfFilter(*bar, model, view, QStringLiteral("state:escalated"));
                times.ms.push_back(timeOfFilter(*bar, model, view, filter));
            }
            if (round == 0) { // warm now
                times.ms.clear();
                (void)heart.worst();
            }
        }
        const double gap = heart.worst();
        print(figure, times, gap, sql.empty() ? 0 : limits.firstRows(sql));
        (void)heart.worst(); // the limit was measured on this thread
    };
    run("first_page", {QStringLiteral("state:open,in_review")}, "state IN (1, 2)");
    run("facet_or_filter",
        {QStringLiteral("state:open team:payments"), QStringLiteral("state:open severity>=high"),
            QStringLiteral("verdict:blocked"), QStringLiteral("check:secrets"),
            QStringLiteral("state:open check:prompt_injection"),
            QStringLiteral("team:support verdict:masked"), QStringLiteral("environment:staging"),
            QStringLiteral("state:open usecase:translation"), QStringLiteral("severity:critical"),
            QStringLiteral("since:7d state:open"), QStringLiteral("team:research -verdict:allowed"),
            QStringLiteral("disposition:false_positive")},
        "verdict = 4");
    run("text_common_word", {QStringLiteral("the"), QStringLiteral("please")}, {});
    run("text_rare_word", {QString::fromStdString(limits.rareWord())}, {});
}

void benchDecisions(Page &page, QueueModel &model, QueueView &view, bench::Heartbeat &heart)
{
    auto *bar = page.findChild<FilterBar *>();
    auto *detail = page.findChild<DetailPane *>();
    auto *decisions = page.findChild<Decisions *>();
    (void)timeOfFilter(*bar, model, view, QStringLiteral("state:open"));
    view.setFocus();
    (void)waitFor([&] { view.step(0); }, [&] { return detail->view().row.id == view.currentId(); });
    (void)heart.worst();
    Times painted, committed;
    for (int i = 0; i < 300; ++i) {
        const QSignalSpy commits(decisions, &Decisions::committed);
        QElapsedTimer timer;
        timer.start();
        painted.ms.push_back(waitFor([&] { QTest::keyClick(&view, Qt::Key_D); },
            [&] {
                if (detail->view().row.id != view.currentId())
                    return false;
                paintFrame(page);
                return true;
            }));
        (void)waitFor([] {}, [&] { return !commits.isEmpty(); });
        committed.ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const double gap = heart.worst();
    print("decision_to_next_painted", painted, gap, 0);
    print("decision_to_committed", committed, gap, 0);
}

void benchJumps(InteractionList &model, QTableView &view, bench::Heartbeat &heart)
{
    const double walked = waitFor([] {}, [&] { return model.isComplete(); });
    const double gap = heart.worst();
    print("whole_list_known", {{walked}}, gap, 0);
    QCoreApplication::processEvents(); // the scroll bar knows of all rows
    std::mt19937 random(1);
    Times times;
    for (int i = 0; i < 100; ++i) {
        const int row = static_cast<int>(random() % static_cast<unsigned>(std::max(model.rowCount(), 1)));
        times.ms.push_back(waitFor([&] { view.scrollTo(model.index(row, 0)); },
            [&] {
                paintFrame(view);
                return model.isHere(row);
            }));
    }
    print("jump_anywhere", times, heart.worst(), 0);
}

void benchSorting(InteractionList &model, bench::Heartbeat &heart, bench::Limits &limits)
{
    const QSignalSpy loaded(&model, &InteractionList::loaded);
    const double first = waitFor(
        [&] { model.sort(ExplorerModel::Latency, Qt::DescendingOrder); }, [&] { return !loaded.isEmpty(); });
    const double rest = waitFor([] {}, [&] { return model.isComplete(); });
    const double gap = heart.worst();
    print("sort_first_rows", {{first}}, gap, 0);
    print("sort_all_rows", {{first + rest}}, gap, limits.sorted("latency_us"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString store = QApplication::arguments().value(1);
    if (!QFile::exists(store)) {
        std::fprintf(stderr, "bench_console STORE\n");
        return 2;
    }
    if (const Status ready = prepareStore(store); !ready) {
        std::fprintf(stderr, "%s\n", ready.error().line().c_str());
        return 1;
    }
    bench::Limits limits(store.toStdString());
    bench::Heartbeat heart;
    std::optional<Desk> desk;
    Page *review = nullptr;
    const double opened = waitFor(
        [&] {
            desk.emplace(store);
            review = desk->open(QStringLiteral("review"));
        },
        [] { return true; });
    print("window_to_first_item", {{opened}}, 0, 0);
    auto &queue = *review->findChild<QueueModel *>();
    auto &view = *review->findChild<QueueView *>();
    benchFilters(*review, queue, view, heart, limits);
    benchDecisions(*review, queue, view, heart);
    Page *explorer = desk->open(QStringLiteral("explorer"));
    auto &all = *explorer->findChild<ExplorerModel *>();
    benchJumps(all, *explorer->findChild<DataTable *>(QStringLiteral("interactions")), heart);
    std::printf("{\"figure\":\"memory_with_all_rows_listed\",\"value\":%.0f,\"unit\":\"MiB\",\"rows\":%d}\n",
        residentMiB(), all.rowCount());
    benchSorting(all, heart, limits);
    std::printf("{\"figure\":\"memory_after_sorting\",\"value\":%.0f,\"unit\":\"MiB\"}\n", residentMiB());
    return 0;
}
