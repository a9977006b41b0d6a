// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The store fails in every way a store fails; what was reported durable is in it afterwards, once.
#include "store/interactions.h"
#include "store_fixture.h"

#include <QFile>
#include <QProcess>
#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

constexpr int patience = 30'000;

// This program again, as the gateway that dies.
constexpr const char *writeOption = "--write-until-killed";
constexpr const char *replayOption = "--replay";

std::unique_ptr<Journal> openJournal(const Place &place)
{
    auto journal = Journal::open(place.store(), "g", place.clock);
    if (!journal)
        qFatal("%s", journal.error().line().c_str());
    return std::move(*journal);
}

std::string filesOf(const Place &place, const char *gateway)
{
    return gatewayFilesOf(place.store(), gateway);
}

// How many of these records were reported durable.
template <class Record>
int writeRecords(Journal &journal, const std::vector<Record> &records)
{
    std::vector<std::future<Status>> told;
    for (const Record &record : records) {
        auto promise = std::make_shared<std::promise<Status>>();
        told.push_back(promise->get_future());
        journal.write(record, [promise](const Status &status) { promise->set_value(status); });
    }
    int durable = 0;
    for (auto &each : told)
        durable += each.get() ? 1 : 0;
    return durable;
}

// The requests of these calls, then their verdicts: two writes of each, in groups of their own.
int writeCalls(Journal &journal, const std::vector<RequestRecord> &requests)
{
    std::vector<VerdictRecord> verdicts;
    for (const RequestRecord &request : requests)
        verdicts.push_back(verdictRecord(request.row.id));
    const int durable = writeRecords(journal, requests);
    return durable + writeRecords(journal, verdicts);
}

std::vector<RequestRecord> calls(const Place &place, int from, int count)
{
    std::vector<RequestRecord> records;
    for (int i = from; i < from + count; ++i)
        records.push_back(
            requestRecord(idAt(place.clock.now() + std::chrono::milliseconds(i)), place.clock.now()));
    return records;
}

// Each record leaves one row here the first time it is written, and a verdict each time.
int writesSeen(const Place &place)
{
    return std::stoi(Intruder(place.store()).value("SELECT count(*) FROM change WHERE seq > 0"));
}

} // namespace

class TestJournalFaults : public QObject {
    Q_OBJECT

private slots:
    void lockedStore();
    void heldByAnExclusiveConnection();
    void fullDisk();
    void fileOutOfPlace();
    void fileMadeReadOnly();
    void recordsStayInOrderWhileTheyFollow();
    void neitherTakesRecords();
    void recordTheStoreDoesNotTake();
    void whatWasReplayedIsNotReplayedAgain();
    void endedWhileBehind();
    void killedWhileBehind();
    void killedWhileReplaying();

private:
    static void expectCalls(const Place &place, int count);
};

void TestJournalFaults::expectCalls(const Place &place, int count)
{
    const auto store = place.open();
    QCOMPARE(*countInteractions(*store, {}), count);
    QCOMPARE(*countInteractions(*store, *parseFilter("outcome:completed")), count);
    QCOMPARE(writesSeen(place), 2 * count);
}

void TestJournalFaults::lockedStore()
{
    const Place place;
    (void)place.open();
    const auto journal = openJournal(place);
    Intruder other(place.store());
    other.lock();
    QCOMPARE(writeCalls(*journal, calls(place, 0, 40)), 80);
    QCOMPARE(journal->depth(), 80);
    QCOMPARE(journal->figures().kept, 80);
    QVERIFY(journal->degraded().find("local journal") != std::string::npos);
    QVERIFY(journal->takesRecords());
    other.unlock();
    QTRY_COMPARE_WITH_TIMEOUT(journal->depth(), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(journal->degraded(), std::string(), patience);
    QCOMPARE(journal->figures().keptEver, 80);
    expectCalls(place, 40);
}

void TestJournalFaults::heldByAnExclusiveConnection()
{
    ONLY_SQLITE("a database is not held as a file is");
    const Place place;
    (void)place.open();
    const auto journal = openJournal(place);
    Intruder other(place.store());
    other.run("BEGIN EXCLUSIVE");
    QCOMPARE(writeCalls(*journal, calls(place, 0, 5)), 10);
    other.run("ROLLBACK");
    QTRY_COMPARE_WITH_TIMEOUT(journal->depth(), 0, patience);
    expectCalls(place, 5);
}

namespace {

class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace

// The store's log is past the limit already, the local journal is not.
void TestJournalFaults::fullDisk()
{
    ONLY_SQLITE("the limit is on files of this process");
    const Place place;
    (void)place.open();
    const auto journal = openJournal(place);
    QCOMPARE(writeCalls(*journal, calls(place, 0, 100)), 200);
    {
        const FullDisk full(256UL * 1024);
        QCOMPARE(writeCalls(*journal, calls(place, 100, 20)), 40);
        QVERIFY(journal->depth() > 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(journal->depth(), 0, patience);
    expectCalls(place, 120);
}

void TestJournalFaults::fileOutOfPlace()
{
    ONLY_SQLITE("there is no file");
    const Place place;
    (void)place.open();
    const auto journal = openJournal(place);
    QCOMPARE(writeCalls(*journal, calls(place, 0, 3)), 6);
    std::filesystem::rename(place.store(), place.store() + ".away");
    QCOMPARE(writeCalls(*journal, calls(place, 3, 3)), 6);
    QCOMPARE(journal->depth(), 6);
    std::filesystem::rename(place.store() + ".away", place.store());
    QTRY_COMPARE_WITH_TIMEOUT(journal->depth(), 0, patience);
    expectCalls(place, 6);
}

// What is open stays writable, by whatever user; the next to open it finds it read-only.
void TestJournalFaults::fileMadeReadOnly()
{
    ONLY_SQLITE("there is no file");
    const Place place;
    (void)place.open();
    const auto journal = openJournal(place);
    QFile file(QString::fromStdString(place.store()));
    QVERIFY(file.setPermissions(QFile::ReadOwner));
    QCOMPARE(writeCalls(*journal, calls(place, 0, 5)), 10);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QTRY_COMPARE_WITH_TIMEOUT(journal->depth(), 0, patience);
    expectCalls(place, 5);
}

void TestJournalFaults::recordsStayInOrderWhileTheyFollow()
{
    const Place place;
    (void)place.open();
    const auto journal = openJournal(place);
    Intruder other(place.store());
    other.lock();
    QCOMPARE(writeCalls(*journal, calls(place, 0, 1500)), 3000);
    // Requests before the store is back, their verdicts while the journal is being replayed.
    std::atomic<int> durable{0};
    const auto count = [&durable](const Status &status) { durable += status ? 1 : 0; };
    const auto late = calls(place, 1500, 200);
    for (const RequestRecord &request : late)
        journal->write(request, count);
    other.unlock();
    for (const RequestRecord &request : late)
        journal->write(verdictRecord(request.row.id), count);
    QTRY_COMPARE_WITH_TIMEOUT(durable.load(), 400, patience);
    QTRY_COMPARE_WITH_TIMEOUT(journal->depth(), 0, patience);
    expectCalls(place, 1700);
}

void TestJournalFaults::neitherTakesRecords()
{
    const Place place;
    (void)place.open();
    const auto journal = openJournal(place);
    Intruder other(place.store());
    other.lock();
    {
        const FullDisk full(16);
        QCOMPARE(writeCalls(*journal, calls(place, 0, 2)), 0);
        QVERIFY(!journal->takesRecords());
        QVERIFY(journal->degraded().find("neither") != std::string::npos);
    }
    other.unlock();
    QCOMPARE(writeCalls(*journal, calls(place, 2, 2)), 4);
    QVERIFY(journal->takesRecords());
    QTRY_COMPARE_WITH_TIMEOUT(journal->degraded(), std::string(), patience);
    QVERIFY(journal->figures().refused > 0);
    expectCalls(place, 2);
}

void TestJournalFaults::recordTheStoreDoesNotTake()
{
    const Place place;
    (void)place.open();
    const auto journal = openJournal(place);
    Intruder other(place.store());
    other.lock();
    journal->write(verdictRecord(idAt(place.clock.now(), 9)), {}); // of a call nobody recorded
    QCOMPARE(writeCalls(*journal, calls(place, 0, 5)), 10);
    other.unlock();
    QTRY_COMPARE_WITH_TIMEOUT(journal->depth(), 0, patience);
    QCOMPARE(journal->figures().rejected, 1);
    QVERIFY(std::filesystem::file_size(filesOf(place, "g") + ".journal.rejected") > 0);
    expectCalls(place, 5);
}

void TestJournalFaults::whatWasReplayedIsNotReplayedAgain()
{
    const Place place;
    (void)place.open();
    {
        const auto journal = openJournal(place);
        Intruder other(place.store());
        other.lock();
        QCOMPARE(writeCalls(*journal, calls(place, 0, 10)), 20);
        // As a crash leaves it after the records were committed and before the file was emptied.
        std::filesystem::copy_file(filesOf(place, "g") + ".journal", place.file("copy"));
        other.unlock();
        QTRY_COMPARE_WITH_TIMEOUT(journal->depth(), 0, patience);
    }
    std::filesystem::rename(place.file("copy"), filesOf(place, "g") + ".journal");
    (void)openJournal(place);
    expectCalls(place, 10);
}

void TestJournalFaults::endedWhileBehind()
{
    const Place place;
    (void)place.open();
    {
        auto journal = openJournal(place);
        Intruder other(place.store());
        other.lock();
        QCOMPARE(writeCalls(*journal, calls(place, 0, 10)), 20);
        journal.reset();
    }
    (void)openJournal(place);
    expectCalls(place, 10);
}

namespace {

// Writes calls until killed; tells each id once its verdict is durable.
[[noreturn]] void writeUntilKilled(const std::string &location)
{
    auto journal = Journal::open(location, "child");
    if (!journal)
        ::_exit(1);
    for (;;) {
        const InteractionId id{newUuid7(systemClock().now())};
        (*journal)->write(requestRecord(id, systemClock().now()), [](const Status &status) {
            if (!status)
                ::_exit(3);
        });
        (*journal)->write(verdictRecord(id), [id](const Status &status) {
            if (status
                && ::write(STDOUT_FILENO, id.value.data(), id.value.size())
                    != static_cast<ssize_t>(id.value.size()))
                ::_exit(2);
        });
        while ((*journal)->figures().waiting > 200)
            std::this_thread::yield();
    }
}

void expectOnce(const Place &place, const std::vector<InteractionId> &ids)
{
    const auto store = place.open();
    const auto rows = interactionsById(*store, ids);
    QVERIFY_DONE(rows);
    QCOMPARE(rows->size(), ids.size());
    for (const InteractionRow &row : *rows)
        QCOMPARE(row.outcome, Outcome::Completed);
    // Every verdict once: the last write of each call is the second one seen of it.
    QCOMPARE(
        Intruder(place.store())
            .value("SELECT count(*) FROM (SELECT id FROM change GROUP BY id HAVING count(*) > 2) AS more"),
        std::string("0"));
}

} // namespace

void TestJournalFaults::killedWhileBehind()
{
    const Place place;
    (void)place.open();
    std::vector<InteractionId> ids;
    {
        QProcess child;
        child.start(
            QCoreApplication::applicationFilePath(), {writeOption, QString::fromStdString(place.store())});
        QVERIFY(child.waitForReadyRead(patience)); // it has started, and writes to the store
        Intruder other(place.store());
        other.lock();
        QByteArray reported;
        const std::string file = filesOf(place, "child") + ".journal";
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::file_size(file) > 300'000, patience);
        child.kill();
        QVERIFY(child.waitForFinished());
        reported = child.readAllStandardOutput();
        for (qsizetype at = 0; at + 36 <= reported.size(); at += 36)
            ids.push_back({reported.mid(at, 36).toStdString()});
        other.unlock();
    }
    QVERIFY(!ids.empty());
    QVERIFY_DONE(Journal::open(place.store(), "child", place.clock));
    expectOnce(place, ids);
}

void TestJournalFaults::killedWhileReplaying()
{
    const Place place;
    (void)place.open();
    {
        const auto journal = openJournal(place);
        Intruder other(place.store());
        other.lock();
        QCOMPARE(writeCalls(*journal, calls(place, 0, 3000)), 6000);
    }
    // Killed as soon as it has moved something, again and again until nothing is left to move.
    const std::string position = "SELECT value FROM setting WHERE name LIKE 'journal_replayed%'";
    int killed = 0;
    for (bool done = false; !done;) {
        const std::string before = Intruder(place.store()).value(position);
        QProcess child;
        child.start(
            QCoreApplication::applicationFilePath(), {replayOption, QString::fromStdString(place.store())});
        QVERIFY(child.waitForStarted());
        while (!child.waitForFinished(0) && Intruder(place.store()).value(position) == before) { }
        child.kill();
        child.waitForFinished();
        done = child.exitStatus() == QProcess::NormalExit;
        killed += done ? 0 : 1;
        QVERIFY(killed < 100);
    }
    QVERIFY(killed > 0);
    (void)openJournal(place);
    expectCalls(place, 3000);
}

int main(int argc, char **argv)
{
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String(writeOption))
        writeUntilKilled(argv[2]);
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String(replayOption))
        return Journal::open(argv[2], "g") ? 0 : 1;
    QCoreApplication application(argc, argv);
    TestJournalFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journal_faults.moc"
