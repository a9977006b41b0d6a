// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest.h"
#include "core/checks/pattern_set.h"
#include "core/checks/patterns/database_file.h"
#include "core/checks/patterns/scan_database.h"
#include "core/policy/compiled_policy.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <sys/stat.h>

using namespace gatehouse;
namespace files = std::filesystem;

namespace {

std::string contentOf(const files::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const files::path &path, const std::string &bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<files::path> filesIn(const files::path &folder)
{
    std::vector<files::path> found;
    for (const auto &entry : files::directory_iterator(folder))
        found.push_back(entry.path());
    return found;
}

bool findsTheNeedle(const files::path &folder)
{
    forgetScanDatabases();
    PatternSetBuilder builder;
    const Pattern pattern = *builder.add({.expression = "needle[0-9]", .anchor = {}, .rulePack = true});
    const auto set = builder.build(folder);
    return set && (*set)->scan("a needle7").contains(pattern.id())
        && !(*set)->scan("a needle").contains(pattern.id());
}

} // namespace

class TestPatternCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void bytesComeBack();
    void whatIsNotWholeIsNotThere_data();
    void whatIsNotWholeIsNotThere();
    void anotherEngineSeesNothing();
    void aFileOthersMayWriteIsNotTrusted();
    void noFolderKeepsNothing();
    void onlyTheNewestAreKept();
    void aSetIsReadFromItsFolder();
    void aDamagedSetIsCompiledAgain();
    void bytesOfAnotherEngineAreCompiledAgain();
    void aPolicyJudgesTheSameFromTheFolder();

private:
    [[nodiscard]] files::path folder() const { return m_folder->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPatternCache::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPatternCache::bytesComeBack()
{
    const DatabaseFile file(folder() / "new" / "folder", "digest", "engine 1");
    QVERIFY(!file.read());
    file.write(std::string("by\0tes", 6));
    QCOMPARE(file.read().value_or(""), std::string("by\0tes", 6));
    file.write("others");
    QCOMPARE(file.read().value_or(""), std::string("others"));
    QCOMPARE(filesIn(folder() / "new" / "folder").size(), std::size_t{1});
}

void TestPatternCache::whatIsNotWholeIsNotThere_data()
{
    QTest::addColumn<int>("keep");
    QTest::addColumn<int>("flip");
    QTest::newRow("empty") << 0 << -1;
    QTest::newRow("cut in the head") << 30 << -1;
    QTest::newRow("cut after the head") << 151 << -1;
    QTest::newRow("cut in the bytes") << 200 << -1;
    QTest::newRow("another format") << 1000 << 3;
    QTest::newRow("another key") << 1000 << 40;
    QTest::newRow("another checksum") << 1000 << 100;
    QTest::newRow("damaged bytes") << 1000 << 400;
}

void TestPatternCache::whatIsNotWholeIsNotThere()
{
    QFETCH(int, keep);
    QFETCH(int, flip);
    const DatabaseFile file(folder(), "digest", "engine 1");
    file.write(std::string(500, 'x'));
    std::string bytes = contentOf(file.path()).substr(0, static_cast<std::size_t>(keep));
    if (flip >= 0)
        bytes[static_cast<std::size_t>(flip)] ^= 1;
    write(file.path(), bytes);
    QVERIFY(!file.read());
}

void TestPatternCache::anotherEngineSeesNothing()
{
    DatabaseFile(folder(), "digest", "engine 1").write("bytes");
    QVERIFY(!DatabaseFile(folder(), "digest", "engine 2").read());
    QVERIFY(!DatabaseFile(folder(), "other", "engine 1").read());
    QVERIFY(DatabaseFile(folder(), "digest", "engine 1").read());
}

void TestPatternCache::aFileOthersMayWriteIsNotTrusted()
{
    const DatabaseFile file(folder(), "digest", "engine 1");
    file.write("bytes");
    QCOMPARE(chmod(file.path().c_str(), 0620), 0);
    QVERIFY(!file.read());
    QCOMPARE(chmod(file.path().c_str(), 0640), 0);
    QVERIFY(file.read());
}

void TestPatternCache::noFolderKeepsNothing()
{
    const DatabaseFile file({}, "digest", "engine 1");
    file.write("bytes");
    QVERIFY(!file.read());
}

void TestPatternCache::onlyTheNewestAreKept()
{
    write(folder() / "notes.txt", "not ours");
    for (int i = 0; i < 20; ++i)
        DatabaseFile(folder(), std::to_string(i), "engine 1").write("bytes");
    QCOMPARE(filesIn(folder()).size(), std::size_t{17});
    QVERIFY(DatabaseFile(folder(), "19", "engine 1").read());
}

void TestPatternCache::aSetIsReadFromItsFolder()
{
    QVERIFY(findsTheNeedle(folder()));
    const auto written = filesIn(folder());
    QCOMPARE(written.size(), std::size_t{1});
    const auto time = files::last_write_time(written.front());
    QVERIFY(findsTheNeedle(folder()));
    QCOMPARE(filesIn(folder()), written);
    QVERIFY(files::last_write_time(written.front()) == time);
}

void TestPatternCache::aDamagedSetIsCompiledAgain()
{
    QVERIFY(findsTheNeedle(folder()));
    const files::path written = filesIn(folder()).front();
    const std::string whole = contentOf(written);
    write(written, whole.substr(0, whole.size() / 2));
    QVERIFY(findsTheNeedle(folder()));
    QCOMPARE(contentOf(written).size(), whole.size());
}

// Well formed as a file, but nothing the engine can load.
void TestPatternCache::bytesOfAnotherEngineAreCompiledAgain()
{
    std::vector<ScanPattern> patterns{{"needle", 0}};
    const auto load = [&] {
        forgetScanDatabases();
        return scanDatabase({patterns, ScanMode::Whole, "digest", folder()}, [] { return Status(); });
    };
    QVERIFY(load().has_value());
    const files::path written = filesIn(folder()).front();
    const std::string whole = contentOf(written);
    const std::string bytes(500, 'x');
    const std::string key = written.stem().string();
    const std::string head = whole.substr(0, whole.find(key)) + key + '\n';
    write(written, head + sha256Hex(bytes) + '\n' + bytes);
    QVERIFY(load().has_value());
    QVERIFY(contentOf(written) == whole);
}

void TestPatternCache::aPolicyJudgesTheSameFromTheFolder()
{
    RequestMessage request;
    request.segments.push_back({TrustZone::User, "user", "", "Write to pat.doe@mail.example.", "", false});
    std::vector<std::size_t> evidence;
    for (int run = 0; run < 2; ++run) {
        forgetScanDatabases();
        const auto policy = CompiledPolicy::fromJson(baselinePolicyJson(), {folder()});
        QVERIFY(policy.has_value());
        EvaluationInput input;
        input.call.request = &request.facts;
        input.request = &request;
        std::size_t found = 0;
        for (const CheckResult &check : (*policy)->evaluate(input).verdict.checks)
            found += check.evidence.size();
        evidence.push_back(found);
    }
    QVERIFY(evidence.front() > 0);
    QCOMPARE(evidence.back(), evidence.front());
}

QTEST_GUILESS_MAIN(TestPatternCache)
#include "tst_pattern_cache.moc"
