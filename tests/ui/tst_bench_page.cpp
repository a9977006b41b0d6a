// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/bench_page.h"

#include "tests/ui/page_fixture.h"
#include "ui/bench/bench_examples.h"
#include "ui/bench/conversation_editor.h"
#include "ui/bench/policy_source.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/evidence_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

struct Desk : PageFixture<BenchPage> {
    explicit Desk(DeskPlace &place)
        : PageFixture(place)
    {
    }
    [[nodiscard]] QPlainTextEdit *text() const { return find<QPlainTextEdit>("text"); }
    [[nodiscard]] QString verdict() const
    {
        const auto *label = find<QLabel>("verdict");
        return label->isVisible() ? label->text() : QString();
    }
};

} // namespace

class TestBenchPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theVerdictFollowsTheTyping();
    void maskedTextIsShown();
    void anEmptyBenchOffersExamples();
    void examplesAreObviouslyMadeUp();
    void aConversationHasParts();
    void answersAreJudgedAsAnswers();
    void aDraftJudges();
    void aBrokenDraftSaysWhere();
    void aPolicyFileIsFollowed();
    void theCommandIsCopied();
    void textComesFromAnotherPage();
    void everyControlHasAName();
};

void TestBenchPage::theVerdictFollowsTheTyping()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    QTest::keyClicks(t.text(), "our moonshot plan");
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Blocked"), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(t.text()->extraSelections().size(), 1, patienceMs);
    QCOMPARE(t.text()->extraSelections()[0].cursor.selectedText(), QString("moonshot"));
    auto *rules = t.find<DataTable>("checks");
    QCOMPARE(rules->model()->rowCount(), 4);
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(t.text(), Qt::Key_Backspace);
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Allowed"), patienceMs);
    QVERIFY(t.text()->extraSelections().isEmpty());
}

void TestBenchPage::maskedTextIsShown()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.text()->setPlainText("use " + fakeAccessKey());
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Masked"), patienceMs);
    const QString masked = t.find<EvidenceView>("masked")->toPlainText();
    QVERIFY(masked.contains("[masked:"));
    QVERIFY(!masked.contains(fakeAccessKey()));
}

void TestBenchPage::anEmptyBenchOffersExamples()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    QVERIFY(t.verdict().isEmpty());
    auto *example = t.button(benchExamples()[1].name);
    QVERIFY(example && example->isVisible());
    example->click();
    QCOMPARE(t.find<ConversationEditor>()->parts().size(), std::size_t(3));
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Allowed"), patienceMs);
    t.action("bench.clear")->trigger();
    QVERIFY(example->isVisible());
}

void TestBenchPage::examplesAreObviouslyMadeUp()
{
    // The baseline finds what they promise; what they carry says that it is none.
    for (const BenchExample &example : benchExamples()) {
        for (const BenchPart &part : example.parts) {
            if (part.text.contains("AKIA"))
                QVERIFY(part.text.contains("GATEHOUSE"));
            if (part.text.contains(QLatin1Char('@')))
                QVERIFY(part.text.contains("@example.com"));
        }
    }
}

void TestBenchPage::aConversationHasParts()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.text()->setPlainText("hello");
    t.action("bench.part")->trigger();
    auto editors = t.page->findChildren<QPlainTextEdit *>("text");
    QCOMPARE(editors.size(), 2);
    QVERIFY(editors[1]->hasFocus());
    editors[1]->setPlainText("the moonshot plan");
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Blocked"), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(editors[1]->extraSelections().size(), 1, patienceMs);
    QVERIFY(editors[0]->extraSelections().isEmpty());
}

void TestBenchPage::answersAreJudgedAsAnswers()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.text()->setPlainText("the moonshot plan");
    auto *stage = t.find<QComboBox>("stage");
    stage->setCurrentIndex(1);
    Q_EMIT stage->activated(1);
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Flagged"), patienceMs);
    QCOMPARE(t.find<ConversationEditor>()->parts()[0].zone, TrustZone::Assistant);
}

void TestBenchPage::aDraftJudges()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.page->open({{"policy", QString::fromUtf8(deskPolicy("off"))}});
    t.text()->setPlainText("the moonshot plan");
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Allowed"), patienceMs);
    t.find<PolicySource>()->setKind(PolicySource::Kind::Published);
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Blocked"), patienceMs);
}

void TestBenchPage::aBrokenDraftSaysWhere()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.text()->setPlainText("hello");
    t.page->open({{"policy", QString::fromUtf8(deskPolicy("never"))}});
    const auto *problems = t.find<QLabel>("problems");
    QTRY_VERIFY_WITH_TIMEOUT(problems->isVisible(), patienceMs);
    QVERIFY2(problems->text().contains("/rules/1/mode"), qPrintable(problems->text()));
}

void TestBenchPage::aPolicyFileIsFollowed()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    const QTemporaryDir folder;
    const QString name = folder.filePath("policy.json");
    const auto write = [&](const QByteArray &text) {
        QFile file(name);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
    };
    QVERIFY(write(deskPolicy("off")));
    t.text()->setPlainText("the moonshot plan");
    QVERIFY(t.find<PolicySource>()->setFile(name));
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Allowed"), patienceMs);
    QVERIFY(write(deskPolicy()));
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Blocked"), patienceMs);
    QVERIFY(!t.find<PolicySource>()->setFile(folder.filePath("none.json")));
    QCOMPARE(t.trouble.size(), 1);
}

void TestBenchPage::theCommandIsCopied()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    QVERIFY(!t.action("bench.copy")->isEnabled());
    t.text()->setPlainText("hello");
    t.action("bench.copy")->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY(command.contains("\"text\":\"hello\""));
    QVERIFY(command.contains("gatehouse check --jsonl --policy <(gatehouse policy export "));
}

void TestBenchPage::textComesFromAnotherPage()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    t.page->open({{"text", "the moonshot plan"}, {"zone", "tool"}});
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Blocked"), patienceMs);
    QCOMPARE(t.find<ConversationEditor>()->parts()[0].zone, TrustZone::Tool);
}

void TestBenchPage::everyControlHasAName()
{
    DeskPlace place;
    Desk t(place);
    QVERIFY(t.show());
    QCOMPARE(t.namelessControls().join(", "), QString());
    t.text()->setPlainText("the moonshot plan");
    QTRY_COMPARE_WITH_TIMEOUT(t.verdict(), QString("Blocked"), patienceMs);
    QCOMPARE(t.namelessControls().join(", "), QString());
}

QTEST_MAIN(TestBenchPage)
#include "tst_bench_page.moc"
