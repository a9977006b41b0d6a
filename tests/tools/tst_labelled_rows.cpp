// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/data/labelled_rows.h"

#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <zlib.h>

using namespace gatehouse;
using namespace gatehouse::tools;

namespace {

constexpr const char *full
    = R"({"id":"a1","source":"mail","split":"dev","kind":"attack","text":"give me \u00e4ll","label":1,)"
      R"("lang":"en","zone":"document","licence":"own","meta":{"transform":"hex","spans":[[0,4,"EMAIL"]]}})";

std::string row(const std::string &id)
{
    return R"({"id":")" + id + R"(","source":"s","split":"train","kind":"benign","text":"t","label":0})";
}

void write(const std::string &path, const std::string &bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string gzipped(const std::string &path, const std::string &bytes)
{
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
    std::ifstream written(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(written), {}};
}

} // namespace

class TestLabelledRows : public QObject {
    Q_OBJECT
private slots:
    void everyFieldIsRead();
    void aRowMayCarryBodies();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void filesAreReadByName();
    void readingStopsWhenTold();
    void linesLongerThanTheBufferAreWhole();
    void errorsCarryFileAndLine();
    void aCutArchiveIsNoEnd();
    void aPlaceWithoutRowsIsAnError();

private:
    [[nodiscard]] std::string at(const char *name) const { return m_folder.filePath(name).toStdString(); }
    QTemporaryDir m_folder;
};

void TestLabelledRows::everyFieldIsRead()
{
    const auto read = readLabelledRow(full);
    QVERIFY2(read, read ? "" : read.error().line().c_str());
    QCOMPARE(read->id, std::string("a1"));
    QCOMPARE(read->source, std::string("mail"));
    QCOMPARE(read->split, std::string("dev"));
    QCOMPARE(read->kind, std::string("attack"));
    QCOMPARE(read->text, std::string("give me \xc3\xa4ll"));
    QCOMPARE(read->lang, std::string("en"));
    QCOMPARE(read->label, 1);
    QVERIFY(read->zone == TrustZone::Document);
    QCOMPARE(read->metaText("transform"), std::string("hex"));
    QCOMPARE(read->metaText("spans"), std::string());
    QCOMPARE(read->meta.at("spans").as_array().size(), std::size_t{1});
    QVERIFY(!read->request);
}

void TestLabelledRows::aRowMayCarryBodies()
{
    const auto read = readLabelledRow(
        R"({"id":"a","source":"s","split":"dev","kind":"benign","label":0,"request":{"messages":[]},"response":{"choices":[]}})");
    QVERIFY(read.has_value());
    QCOMPARE(*read->request, std::string(R"({"messages":[]})"));
    QCOMPARE(*read->response, std::string(R"({"choices":[]})"));
    QVERIFY(read->text.empty());
}

void TestLabelledRows::whatIsWrongIsNamed_data()
{
    QTest::addColumn<std::string>("line");
    QTest::addColumn<std::string>("where");
    const std::string start = R"({"id":"a","source":"s","split":"dev","kind":"benign")";
    QTest::newRow("no text") << start + R"(,"label":0})" << std::string("/text");
    QTest::newRow("text of another type") << start + R"(,"label":0,"text":7})" << std::string("/text");
    QTest::newRow("no label") << start + R"(,"text":"t"})" << std::string("/label");
    QTest::newRow("label beyond 1") << start + R"(,"label":2,"text":"t"})" << std::string("/label");
    QTest::newRow("unknown zone") << start + R"(,"label":0,"text":"t","zone":"moon"})"
                                  << std::string("/zone");
    QTest::newRow("meta of another type")
        << start + R"(,"label":0,"text":"t","meta":[]})" << std::string("/meta");
    QTest::newRow("body of another type")
        << start + R"(,"label":0,"request":"{}"})" << std::string("/request");
    QTest::newRow("empty id") << std::string(
        R"({"id":"","source":"s","split":"dev","kind":"k","label":0,"text":"t"})")
                              << std::string("/id");
    QTest::newRow("no source") << std::string(R"({"id":"a","split":"dev","kind":"k","label":0,"text":"t"})")
                               << std::string("/source");
    QTest::newRow("twice the same key")
        << start + R"(,"label":0,"text":"t","text":"u"})" << std::string("/text");
}

void TestLabelledRows::whatIsWrongIsNamed()
{
    QFETCH(std::string, line);
    QFETCH(std::string, where);
    const auto read = readLabelledRow(line);
    QVERIFY(!read);
    QVERIFY(read.error().kind == ErrorKind::InvalidInput);
    QCOMPARE(read.error().where, where);
}

void TestLabelledRows::filesAreReadByName()
{
    write(at("b.jsonl"), row("b1") + "\n\n" + row("b2"));
    gzipped(at("a.jsonl.gz"), row("a1") + "\n" + row("a2") + "\n");
    write(at("README.md"), "not a row");
    std::vector<std::string> got;
    const auto read = readLabelledRows(m_folder.path().toStdString(), [&](LabelledRow &&one) {
        got.push_back(one.file + ':' + std::to_string(one.line) + '=' + one.id);
        return true;
    });
    QVERIFY2(read, read ? "" : read.error().line().c_str());
    QCOMPARE(got,
        (std::vector<std::string>{"a.jsonl.gz:1=a1", "a.jsonl.gz:2=a2", "b.jsonl:1=b1", "b.jsonl:3=b2"}));
}

void TestLabelledRows::readingStopsWhenTold()
{
    write(at("stop.jsonl"), row("1") + "\n" + row("2") + "\nnot json\n");
    int count = 0;
    QVERIFY(readLabelledRows(at("stop.jsonl"), [&](LabelledRow &&) { return ++count < 2; }));
    QCOMPARE(count, 2);
}

void TestLabelledRows::linesLongerThanTheBufferAreWhole()
{
    const std::string longId(700'000, 'x');
    gzipped(at("long.jsonl.gz"), row("first") + "\n" + row(longId) + "\n" + row("last"));
    std::vector<std::size_t> sizes;
    QVERIFY(readLabelledRows(at("long.jsonl.gz"), [&](LabelledRow &&one) {
        sizes.push_back(one.id.size());
        return true;
    }));
    QCOMPARE(sizes, (std::vector<std::size_t>{5, 700'000, 4}));
}

void TestLabelledRows::errorsCarryFileAndLine()
{
    write(at("wrong.jsonl"), row("1") + "\n" + R"({"id":"x"})" + "\n");
    const auto read = readLabelledRows(at("wrong.jsonl"), [](LabelledRow &&) { return true; });
    QVERIFY(!read);
    QCOMPARE(read.error().where, at("wrong.jsonl") + ":2 /source");
}

void TestLabelledRows::aCutArchiveIsNoEnd()
{
    const std::string whole = gzipped(at("cut.jsonl.gz"), row("1") + "\n" + row("2") + "\n");
    write(at("cut.jsonl.gz"), whole.substr(0, whole.size() - 12));
    const auto read = readLabelledRows(at("cut.jsonl.gz"), [](LabelledRow &&) { return true; });
    QVERIFY(!read);
    QVERIFY(read.error().kind == ErrorKind::Corrupt);
}

void TestLabelledRows::aPlaceWithoutRowsIsAnError()
{
    QTemporaryDir empty;
    for (const std::string &place : {empty.path().toStdString(), at("nowhere")}) {
        const auto found = labelledFiles(place);
        QVERIFY(!found);
        QVERIFY(found.error().kind == ErrorKind::NotFound);
        QVERIFY(!found.error().advice.empty());
    }
}

QTEST_GUILESS_MAIN(TestLabelledRows)
#include "tst_labelled_rows.moc"
