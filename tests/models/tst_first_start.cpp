// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/virtual_key.h"
#include "models/system/first_call.h"
#include "models/system/sample_data.h"
#include "models/system/store_facts.h"
#include "models/system/store_options.h"
#include "store/access.h"
#include "store/policies.h"
#include "tests/models/queue_fixture.h"

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

class TestFirstStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFirstKeyWorksForTheSandbox();
    void sampleDataGoesThroughTheCore();
    void sampleDataCanBeCancelled();
    void optionsAreKept();
};

void TestFirstStart::aFirstKeyWorksForTheSandbox()
{
    QueuePlace place;
    StoreSession session(place.location());
    QList<FirstKey> keys;
    QString trouble;
    for (int i = 0; i < 2; ++i) {
        issueFirstKey(session, this, [&](const FirstKey &key, const QString &why) {
            keys.append(key);
            trouble += why;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(keys.size(), 2, patienceMs);
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    QCOMPARE(keys[0].model, QStringLiteral("sandbox"));
    const auto parsed = parseVirtualKey(keys[0].key.toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->id.value, keys[0].id.toStdString());
    const auto reader = place.place.open();
    QCOMPARE(store::listProviders(*reader)->size(), std::size_t(1));
    QVERIFY(store::publishedPolicy(*reader).has_value());
    QCOMPARE(
        store::showKey(*reader, parsed->id)->record.entitlement.models, std::vector<std::string>{"sandbox"});
}

void TestFirstStart::sampleDataGoesThroughTheCore()
{
    QueuePlace place;
    SampleData samples(place.location());
    QSignalSpy progress(&samples, &SampleData::progress);
    QSignalSpy finished(&samples, &SampleData::finished);
    samples.start(120);
    QVERIFY(finished.wait(patienceMs));
    QCOMPARE(finished.first().first().toLongLong(), 120);
    QVERIFY2(finished.first().at(1).toString().isEmpty(), qPrintable(finished.first().at(1).toString()));
    QVERIFY(!progress.isEmpty());
    StoreSession session(place.location());
    std::optional<StoreFacts> facts;
    readStoreFacts(session, this, [&](const StoreFacts &read, const QString &) { facts = read; });
    QTRY_VERIFY_WITH_TIMEOUT(facts.has_value(), patienceMs);
    QCOMPARE(facts->interactions, 120);
    QVERIFY(facts->keys > 0);
}

void TestFirstStart::sampleDataCanBeCancelled()
{
    QueuePlace place;
    SampleData samples(place.location());
    QSignalSpy finished(&samples, &SampleData::finished);
    connect(&samples, &SampleData::progress, &samples, &SampleData::cancel);
    samples.start(100000);
    QVERIFY(finished.wait(patienceMs * 3));
    QVERIFY2(finished.first().at(1).toString().isEmpty(), qPrintable(finished.first().at(1).toString()));
    QVERIFY(finished.first().first().toLongLong() < 100000);
}

void TestFirstStart::optionsAreKept()
{
    QueuePlace place;
    StoreSession session(place.location());
    StoreOptions kept;
    bool done = false;
    writeStoreOptions(session, this, {QStringLiteral("metadata"), 7, 128}, [](const QString &) {});
    readStoreOptions(session, this, [&](const StoreOptions &options, const QString &) {
        kept = options;
        done = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(done, patienceMs);
    QCOMPARE(kept.capture, QStringLiteral("metadata"));
    QCOMPARE(kept.retentionDays, 7);
    QCOMPARE(kept.maximumMebibytes, 128);
}

QTEST_GUILESS_MAIN(TestFirstStart)
#include "tst_first_start.moc"
