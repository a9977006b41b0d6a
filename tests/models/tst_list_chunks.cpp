// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interactions/list_chunks.h"

#include <QTest>

#include <random>

using namespace gatehouse::console;

namespace {

QString idOf(int number)
{
    return QStringLiteral("%1").arg(number, 8, 10, QLatin1Char('0'));
}

QueueRow rowOf(int number)
{
    QueueRow row;
    row.id = idOf(number);
    return row;
}

std::vector<QueueRow> rowsFrom(int first, int count)
{
    std::vector<QueueRow> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back(rowOf(first - i));
    return rows;
}

// `pages` pages of ten, ids falling from the top; none of them here.
ListChunks pagesOfTen(int pages)
{
    ListChunks chunks;
    for (int i = 0; i < pages; ++i) {
        ListChunks::Chunk chunk;
        chunk.count = 10;
        chunk.last = idOf((pages - 1 - i) * 10 + 1);
        chunks.append(chunk);
    }
    return chunks;
}

} // namespace

class TestListChunks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhereEveryRowIs();
    void findsThePageOfAnId();
    void aPageMayHaveMoreOrFewerRowsThanWasThought();
    void editsAgreeWithAPlainList();
    void forgetsWhatWasNotLookedAt();
};

void TestListChunks::knowsWhereEveryRowIs()
{
    ListChunks chunks = pagesOfTen(5);
    QCOMPARE(chunks.rowCount(), 50);
    QCOMPARE(chunks.placeOf(0).chunk, 0);
    QCOMPARE(chunks.placeOf(49).chunk, 4);
    QCOMPARE(chunks.placeOf(49).offset, 9);
    QCOMPARE(chunks.placeOf(20).chunk, 2);
    QCOMPARE(chunks.placeOf(20).offset, 0);
    QVERIFY(!chunks.row(20));
    chunks.setRows(2, rowsFrom(30, 10));
    QVERIFY(chunks.row(20));
    QCOMPARE(chunks.row(20)->id, idOf(30));
    QCOMPARE(chunks.positionOf(idOf(21)), 29);
    QCOMPARE(chunks.positionOf(idOf(31)), -1);
}

void TestListChunks::findsThePageOfAnId()
{
    const ListChunks chunks = pagesOfTen(5); // 50 … 41, 40 … 31, …
    QCOMPARE(chunks.chunkFor(idOf(99), true), 0);
    QCOMPARE(chunks.chunkFor(idOf(41), true), 0);
    QCOMPARE(chunks.chunkFor(idOf(40), true), 1);
    QCOMPARE(chunks.chunkFor(idOf(1), true), 4);
    QCOMPARE(chunks.chunkFor(idOf(0), true), 4);
}

void TestListChunks::aPageMayHaveMoreOrFewerRowsThanWasThought()
{
    ListChunks chunks = pagesOfTen(3);
    chunks.setRows(1, rowsFrom(20, 7));
    QCOMPARE(chunks.rowCount(), 27);
    QCOMPARE(chunks.placeOf(17).chunk, 2);
    QCOMPARE(chunks.placeOf(17).offset, 0);
    chunks.setRows(0, {});
    QCOMPARE(chunks.rowCount(), 17);
    QCOMPARE(chunks.placeOf(0).chunk, 1);
    QVERIFY(chunks.row(0));
}

void TestListChunks::editsAgreeWithAPlainList()
{
    std::mt19937 random(7);
    ListChunks chunks;
    std::vector<QString> plain;
    ListChunks::Chunk first;
    first.rows = rowsFrom(5000, 40);
    first.count = 40;
    first.last = first.rows.back().id;
    for (const QueueRow &row : first.rows)
        plain.push_back(row.id);
    chunks.append(first);
    int next = 9000;
    for (int step = 0; step < 2000; ++step) {
        const int at = plain.empty() ? 0 : int(random() % plain.size());
        if (random() % 2 == 0 || plain.empty()) {
            const int chunk = plain.empty() ? 0 : chunks.placeOf(at).chunk;
            chunks.insert(at, chunk, {rowOf(++next), rowOf(++next)});
            plain.insert(plain.begin() + at, {idOf(next - 1), idOf(next)});
        } else {
            chunks.erase(at, 1);
            plain.erase(plain.begin() + at);
        }
        const int chunk = plain.empty() ? 0 : chunks.placeOf(0).chunk;
        if (chunks.at(chunk).count > 20)
            chunks.split(chunk, 10);
        QCOMPARE(chunks.rowCount(), int(plain.size()));
    }
    for (int i = 0; i < chunks.rowCount(); ++i)
        QCOMPARE(chunks.row(i)->id, plain[std::size_t(i)]);
}

void TestListChunks::forgetsWhatWasNotLookedAt()
{
    ListChunks chunks = pagesOfTen(6);
    for (int chunk = 0; chunk < 6; ++chunk)
        chunks.setRows(chunk, rowsFrom(60 - chunk * 10, 10));
    QVERIFY(chunks.row(15)); // the second page
    chunks.forget(2, 3);
    QVERIFY(chunks.at(0).isHere()); // the first one stays
    QVERIFY(chunks.at(1).isHere());
    QVERIFY(!chunks.at(2).isHere());
    QVERIFY(chunks.at(3).isHere()); // wanted
    QVERIFY(!chunks.at(4).isHere());
    QVERIFY(chunks.at(5).isHere());
    QCOMPARE(chunks.rowCount(), 60);
}

QTEST_GUILESS_MAIN(TestListChunks)
#include "tst_list_chunks.moc"
