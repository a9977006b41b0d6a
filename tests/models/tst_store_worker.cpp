// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store_worker.h"

#include "tests/models/queue_fixture.h"

#include <atomic>
#include <condition_variable>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

// Holds a task until the test lets it go.
class Gate {
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_reached = true;
        m_change.notify_all();
        m_change.wait(lock, [this] { return m_open; });
    }
    void waitReached()
    {
        std::unique_lock lock(m_mutex);
        m_change.wait(lock, [this] { return m_reached; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_change.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_change;
    bool m_reached = false, m_open = false;
};

Result<int> seven(store::Store &)
{
    return 7;
}

} // namespace

class TestStoreWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersOnTheGuiThread();
    void tellsWhyAStoreCannotBeOpened();
    void dropsTheAnswerWithItsContext();
    void keepsOnlyTheNewestWaitingQuestion();
    void cancelSilencesEverythingAsked();
    void writerMakesEveryChangeEvenWhenItGoes();
};

void TestStoreWorker::answersOnTheGuiThread()
{
    QueuePlace place;
    StoreReader reader(place.location());
    int answer = 0;
    QThread *thread = nullptr;
    reader.ask(this, seven, [&](const Result<int> &got) {
        answer = got.value_or(-1);
        thread = QThread::currentThread();
    });
    QTRY_COMPARE_WITH_TIMEOUT(answer, 7, patienceMs);
    QCOMPARE(thread, QThread::currentThread());
}

void TestStoreWorker::tellsWhyAStoreCannotBeOpened()
{
    StoreReader reader(QStringLiteral("/nowhere/at/all.db"));
    std::optional<Error> error;
    reader.ask(this, seven, [&](const Result<int> &got) {
        if (!got)
            error = got.error();
    });
    QTRY_VERIFY_WITH_TIMEOUT(error.has_value(), patienceMs);
    QVERIFY(!error->what.empty());
}

void TestStoreWorker::dropsTheAnswerWithItsContext()
{
    QueuePlace place;
    StoreReader reader(place.location());
    Gate gate;
    bool answered = false, later = false;
    auto context = std::make_unique<QObject>();
    reader.ask(
        context.get(),
        [&](store::Store &) -> Result<int> {
            gate.pass();
            return 1;
        },
        [&](const Result<int> &) { answered = true; });
    gate.waitReached();
    reader.ask(this, seven, [&](const Result<int> &) { later = true; });
    context.reset();
    gate.open();
    QTRY_VERIFY_WITH_TIMEOUT(later, patienceMs);
    QVERIFY(!answered);
}

void TestStoreWorker::keepsOnlyTheNewestWaitingQuestion()
{
    QueuePlace place;
    StoreReader reader(place.location());
    Gate gate;
    QList<int> answers;
    const auto ask = [&](int number) {
        reader.ask(
            this,
            [&gate, number](store::Store &) -> Result<int> {
                if (number == 1)
                    gate.pass();
                return number;
            },
            [&](const Result<int> &got) { answers.append(*got); });
    };
    ask(1);
    gate.waitReached();
    ask(2);
    ask(3);
    gate.open();
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 2, patienceMs);
    QCOMPARE(answers, QList<int>({1, 3}));
}

void TestStoreWorker::cancelSilencesEverythingAsked()
{
    QueuePlace place;
    StoreReader reader(place.location());
    Gate gate;
    bool old = false, fresh = false;
    reader.ask(
        this,
        [&](store::Store &) -> Result<int> {
            gate.pass();
            return 1;
        },
        [&](const Result<int> &) { old = true; });
    gate.waitReached();
    reader.cancel();
    gate.open();
    reader.ask(this, seven, [&](const Result<int> &) { fresh = true; });
    QTRY_VERIFY_WITH_TIMEOUT(fresh, patienceMs);
    QVERIFY(!old);
}

void TestStoreWorker::writerMakesEveryChangeEvenWhenItGoes()
{
    QueuePlace place;
    std::atomic_int made = 0;
    {
        StoreWriter writer(place.location());
        for (int i = 0; i < 20; ++i) {
            writer.change(
                this,
                [&made](store::Store &) -> Status {
                    ++made;
                    return {};
                },
                [](const Status &) {});
        }
    }
    QCOMPARE(made.load(), 20);
}

QTEST_GUILESS_MAIN(TestStoreWorker)
#include "tst_store_worker.moc"
