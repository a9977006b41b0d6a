// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Values that are replaced on their way to the provider, and given back to the caller where a policy says so.

#include "gateway_place.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;

class TestPlaceholders : public QObject {
    Q_OBJECT

private slots:
    void givesOriginalsBack_data();
    void givesOriginalsBack();
};

void TestPlaceholders::givesOriginalsBack_data()
{
    QTest::addColumn<bool>("restore");
    QTest::addColumn<bool>("stream");
    QTest::newRow("plain, kept") << false << false;
    QTest::newRow("plain, given back") << true << false;
    QTest::newRow("streamed, kept") << false << true;
    QTest::newRow("streamed, given back") << true << true;
}

// The sandbox answers with the prompt it got, so the answer shows what the provider saw.
void TestPlaceholders::givesOriginalsBack()
{
    QFETCH(bool, restore);
    QFETCH(bool, stream);
    GatewayPlace place(placeholderPolicy(restore));
    place.start();
    const std::string asked = "Write to pat.doe@mail.example.org, then pat.doe@mail.example.org again";
    const HttpAnswer answer = place.ask(asked, stream);
    QCOMPARE(answer.status, 200);
    const std::string text = stream ? streamedText(answer.body) : answer.json("choices.0.message.content");
    const std::string replaced = "Write to person1@example.com, then person1@example.com again";
    QVERIFY2(text.find(restore ? asked : replaced) != std::string::npos, text.c_str());
    // What is stored is masked either way.
    const store::InteractionDetail detail = place.detail(place.newest().id);
    for (const auto &kept : detail.segments)
        QVERIFY2(kept.segment.text.find("pat.doe") == std::string::npos, kept.segment.text.c_str());
}

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_gateway_placeholders.moc"
