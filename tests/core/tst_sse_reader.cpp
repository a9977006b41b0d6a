// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/sse_reader.h"

#include <QTest>
#include <vector>

using namespace gatehouse;

namespace {

std::vector<std::string> eventsOf(const std::string &bytes, std::size_t step)
{
    SseReader reader;
    std::vector<std::string> events;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        reader.append(std::string_view(bytes).substr(at, step));
        for (;;) {
            const auto event = reader.next();
            if (!event)
                qFatal("%s", event.error().line().c_str());
            if (!*event)
                break;
            events.emplace_back(**event);
        }
    }
    return events;
}

} // namespace

class TestSseReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEventsCutAnywhere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("expected");
        QTest::newRow("line feeds") << QByteArray("data: one\n\ndata: two\n\n")
                                    << QByteArrayList{"one", "two"};
        QTest::newRow("both") << QByteArray("data: one\r\n\r\ndata: two\r\n\r\n")
                              << QByteArrayList{"one", "two"};
        QTest::newRow("carriage returns")
            << QByteArray("data: one\r\rdata: two\r\r") << QByteArrayList{"one", "two"};
        QTest::newRow("mixed") << QByteArray("data: one\r\n\ndata: two\r\n\rdata:3\n\r\n")
                               << QByteArrayList{"one", "two", "3"};
        QTest::newRow("comments and other fields")
            << QByteArray(": hello\nevent: x\nid: 7\ndata: one\nretry: 5\n\n: bye\n\n\n")
            << QByteArrayList{"one"};
        QTest::newRow("several lines") << QByteArray("data: one\ndata:two\ndata\ndata:  three\n\ndata: 4\n\n")
                                       << QByteArrayList{"one\ntwo\n\n three", "4"};
        QTest::newRow("an empty one") << QByteArray("data\n\ndata:\n\n") << QByteArrayList{"", ""};
        QTest::newRow("a longer name") << QByteArray("database: x\n\ndata: y\n\n") << QByteArrayList{"y"};
        QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                         "data: one\n\n")
                                           << QByteArrayList{"one"};
        QTest::newRow("no end") << QByteArray("data: one\n\ndata: two\n") << QByteArrayList{"one"};
    }
    void readsEventsCutAnywhere()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArrayList, expected);
        for (std::size_t step = 1; step <= static_cast<std::size_t>(bytes.size()); ++step) {
            const auto events = eventsOf(bytes.toStdString(), step);
            QByteArrayList got;
            for (const std::string &event : events)
                got << QByteArray::fromStdString(event);
            QCOMPARE(got, expected);
        }
    }

    void anEventWithoutEndIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("one line") << QByteArray("data: ") + QByteArray(2000, 'x');
        QTest::newRow("many lines") << QByteArray("data: ") + QByteArray(2000, 'x') + "\n";
        QTest::newRow("no field") << QByteArray(2000, 'x');
    }
    void anEventWithoutEndIsRefused()
    {
        QFETCH(QByteArray, line);
        SseReader reader;
        std::size_t taken = 0;
        while (taken < 4UL * 1024 * 1024) {
            reader.append(line.toStdString());
            taken += static_cast<std::size_t>(line.size());
            if (!reader.next())
                break;
        }
        QVERIFY(taken > 1024UL * 1024 && taken < 1100UL * 1024);
    }

    void manyEventsAreNoLimit()
    {
        const std::string event = "data: " + std::string(1000, 'x') + "\n\n";
        std::string bytes;
        for (int i = 0; i < 2000; ++i)
            bytes += event;
        QCOMPARE(eventsOf(bytes, bytes.size()).size(), std::size_t(2000));
    }
};

QTEST_GUILESS_MAIN(TestSseReader)
#include "tst_sse_reader.moc"
