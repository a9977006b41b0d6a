// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/local_journal.h"
#include "store_fixture.h"

#include <QFile>
#include <QFileInfo>
#include <csignal>
#include <sys/resource.h>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

// The file itself: what is appended is read back in order, whatever happens to its end.
class TestLocalJournal : public QObject {
    Q_OBJECT

private slots:
    void readsBackWhatWasAppended();
    void survivesClosing();
    void isForItsOwnerOnly();
    void cutsOffATornEnd_data();
    void cutsOffATornEnd();
    void takesNoFrameOfAFailedWrite();
    void emptiesAndNamesItsFillings();
    void keepsWithinItsLimit();
    void belongsToOneGateway();
    void refusesAnotherKindOfFile();
    void appendsWhereSpaceIsReserved();

private:
    static LocalJournalOptions at(const Place &place) { return {place.file("journal"), 65536, 1048576}; }
    static LocalJournal opened(const Place &place)
    {
        auto journal = LocalJournal::open(at(place));
        if (!journal)
            qFatal("%s", journal.error().line().c_str());
        return std::move(*journal);
    }
    static std::vector<std::string> all(const LocalJournal &journal)
    {
        return journal.read(LocalJournal::headerBytes, 1000)->payloads;
    }
};

using Texts = std::vector<std::string>;

void TestLocalJournal::readsBackWhatWasAppended()
{
    const Place place;
    LocalJournal journal = opened(place);
    QVERIFY(journal.isEmpty());
    QVERIFY_DONE(journal.append({"one", ""}));
    QVERIFY_DONE(journal.append({std::string(5000, 'x')}));
    QVERIFY(!journal.isEmpty());
    QCOMPARE(all(journal), (Texts{"one", "", std::string(5000, 'x')}));
    const auto first = journal.read(LocalJournal::headerBytes, 1);
    QCOMPARE(first->payloads, Texts{"one"});
    const auto rest = journal.read(first->next, 10);
    QCOMPARE(rest->payloads.size(), std::size_t{2});
    QCOMPARE(rest->next, journal.end());
    QCOMPARE(*journal.count(first->next), 2);
    QVERIFY(journal.read(rest->next, 10)->payloads.empty());
}

void TestLocalJournal::survivesClosing()
{
    const Place place;
    LocalJournal::Position start;
    {
        LocalJournal journal = opened(place);
        QVERIFY_DONE(journal.append({"one"}));
        start = journal.start();
    }
    LocalJournal journal = opened(place);
    QVERIFY(journal.start() == start);
    QVERIFY_DONE(journal.append({"two"}));
    QCOMPARE(all(journal), (Texts{"one", "two"}));
}

void TestLocalJournal::isForItsOwnerOnly()
{
    const Place place;
    LocalJournal journal = opened(place);
    QVERIFY_DONE(journal.append({"one"}));
    QVERIFY_DONE(journal.putAside("strange"));
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    for (const char *name : {"journal", "journal.rejected"})
        QVERIFY((QFileInfo(QString::fromStdString(place.file(name))).permissions() & ~owner) == 0);
}

void TestLocalJournal::cutsOffATornEnd_data()
{
    QTest::addColumn<int>("keep"); // bytes of the last frame that reached the disk
    QTest::addColumn<bool>("flip"); // one of them is wrong
    QTest::newRow("part of its head") << 7 << false;
    QTest::newRow("head only") << 20 << false;
    QTest::newRow("part of the payload") << 22 << false;
    QTest::newRow("a wrong byte") << 25 << true;
}

void TestLocalJournal::cutsOffATornEnd()
{
    QFETCH(int, keep);
    QFETCH(bool, flip);
    const Place place;
    std::uint64_t whole = 0;
    {
        LocalJournal journal = opened(place);
        QVERIFY_DONE(journal.append({"one", "two"}));
        whole = journal.end();
        QVERIFY_DONE(journal.append({"three"}));
    }
    QFile file(QString::fromStdString(place.file("journal")));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(static_cast<qint64>(whole) + keep));
    if (flip) {
        QVERIFY(file.seek(static_cast<qint64>(whole) + keep - 1));
        QVERIFY(file.putChar('!'));
    }
    file.close();
    LocalJournal journal = opened(place);
    QCOMPARE(all(journal), (Texts{"one", "two"}));
    QCOMPARE(QFileInfo(QString::fromStdString(place.file("journal.torn"))).size(), keep);
    QVERIFY_DONE(journal.append({"four"}));
    QCOMPARE(all(journal), (Texts{"one", "two", "four"}));
}

namespace {

// No file of this process may grow beyond `bytes`: what a full disk looks like to a program.
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

// Its caller was told that it failed; it must not come back when a shorter one is written over it.
void TestLocalJournal::takesNoFrameOfAFailedWrite()
{
    const Place place;
    {
        LocalJournal journal = opened(place);
        QVERIFY_DONE(journal.append({"one"}));
        {
            const FullDisk full(4096);
            const Status failed = journal.append({"aa", "ghost", std::string(8000, 'x')});
            QVERIFY(!failed);
            QCOMPARE(failed.error().kind, ErrorKind::Unreachable);
        }
        QVERIFY_DONE(journal.append({"bb"})); // as long as what was written there before
    }
    LocalJournal journal = opened(place);
    QCOMPARE(all(journal), (Texts{"one", "bb"}));
}

void TestLocalJournal::emptiesAndNamesItsFillings()
{
    const Place place;
    LocalJournal journal = opened(place);
    QVERIFY_DONE(journal.append({"one"}));
    const auto first = journal.start();
    QVERIFY_DONE(journal.clear());
    QVERIFY(journal.isEmpty());
    QVERIFY(all(journal).empty());
    QVERIFY_DONE(journal.append({"two"}));
    QVERIFY(journal.start().filling != first.filling);
    QCOMPARE(all(journal), Texts{"two"});
}

void TestLocalJournal::keepsWithinItsLimit()
{
    const Place place;
    LocalJournal journal = opened(place);
    const std::string half(600'000, 'x');
    QVERIFY_DONE(journal.append({half}));
    const Status failed = journal.append({half});
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::LimitExceeded);
    QVERIFY_DONE(journal.append({"small"}));
}

void TestLocalJournal::belongsToOneGateway()
{
    const Place place;
    const LocalJournal journal = opened(place);
    const auto second = LocalJournal::open(at(place));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
}

void TestLocalJournal::refusesAnotherKindOfFile()
{
    const Place place;
    QFile file(QString::fromStdString(place.file("journal")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("what somebody else wrote, long enough");
    file.close();
    const auto journal = LocalJournal::open(at(place));
    QVERIFY(!journal);
    QCOMPARE(journal.error().kind, ErrorKind::Corrupt);
    QCOMPARE(file.size(), 37);
}

void TestLocalJournal::appendsWhereSpaceIsReserved()
{
    const Place place;
    LocalJournal journal = opened(place);
    const QFileInfo info(QString::fromStdString(place.file("journal")));
    QCOMPARE(info.size(), 0);
    QVERIFY_DONE(journal.append({std::string(200'000, 'x')})); // beyond what is reserved
    QCOMPARE(all(journal).size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestLocalJournal)
#include "tst_local_journal.moc"
