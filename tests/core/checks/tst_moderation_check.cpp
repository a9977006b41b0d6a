// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"
#include "core/checks/moderation/packs.h"

#include <QTest>
#include <set>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;

class TestModerationCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void packsAreWellMade()
    {
        std::string_view last;
        std::set<std::string_view> all;
        for (const ModerationPack &pack : moderationPacks()) {
            QVERIFY(pack.category > last);
            last = pack.category;
            QVERIFY(pack.phrases.size() >= 20);
            for (const ModerationPhrase &phrase : pack.phrases) {
                QVERIFY2(phrase.weight > 0 && phrase.weight < 1, std::string(phrase.text).c_str());
                QVERIFY2(all.insert(phrase.text).second, std::string(phrase.text).c_str());
            }
        }
        QCOMPARE(moderationPacksDigest().size(), std::size_t(64));
    }

    // Every phrase that is sure by itself is found by itself, under its category.
    void everySurePhraseIsFound()
    {
        const CheckRunner runner("moderation");
        for (const ModerationPack &pack : moderationPacks()) {
            for (const ModerationPhrase &phrase : pack.phrases) {
                const auto report = runner.run("So: " + std::string(phrase.text) + ".");
                const bool found = gatehouse::test::findingOf(report, pack.category) != nullptr;
                QVERIFY2(found || phrase.weight < 0.6, std::string(phrase.text).c_str());
            }
        }
    }

    void goodFaithPasses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
            {"How do I kill a process that hangs?", "You killed it at the show last night!",
                "My code has a bug that makes the child process die.",
                "The school shooting in the news made me sad; how do I talk to my kids about it?",
                "What laws apply to counterfeit money in Canada?", "She plays a dead body in the film.",
                "Write an essay on the history of gunpowder and of terrorism.",
                "How does ransomware spread, and how do I protect our company?",
                "What is the lethal dose of caffeine?", "My phone died. I could kill for a coffee.",
                "Explain breast cancer screening and sexual health to teenagers.",
                "Is heroin more addictive than nicotine?", "A bath bomb recipe, please."})
            QTest::newRow(text) << QString(text);
    }
    void goodFaithPasses()
    {
        QFETCH(QString, text);
        static const CheckRunner runner("moderation");
        QCOMPARE(describe(runner.run(text.toStdString())), QString());
    }

    void weakSignsAddUp()
    {
        const CheckRunner runner("moderation", R"({"categories":["weapons"]})");
        const CheckReport one = runner.run(std::string("a pipe bomb"));
        QCOMPARE(one.outcome, CheckOutcome::Pass);
        QCOMPARE(*one.score, 0.45);
        QCOMPARE(runner.run(std::string("a pipe bomb and a pipe bomb")).outcome, CheckOutcome::Pass);
        const CheckReport two = runner.run(std::string("bomb making: a pipe bomb"));
        QCOMPARE(describe(two), "weapons@0-11 weapons@15-24");
        QVERIFY(qAbs(*two.score - 0.725) < 1e-9);
    }

    void categoriesAndThresholds()
    {
        const std::string text = "how to make a bomb";
        QCOMPARE(
            CheckRunner("moderation", R"({"categories":["fraud"]})").run(text).outcome, CheckOutcome::Pass);
        QCOMPARE(
            CheckRunner("moderation", R"({"min_confidence":0.97})").run(text).outcome, CheckOutcome::Pass);
        const CheckRunner own("moderation", R"({"min_confidence":0.97,"thresholds":{"weapons":0.5}})");
        QCOMPARE(describe(own.run(text)), "weapons@0-18 weapons@7-18");
    }

    void otherLanguages()
    {
        const CheckRunner runner("moderation");
        QCOMPARE(describe(runner.run(std::string("ICH WILL MICH UMBRINGEN"))), "self-harm@0-23");
        QCOMPARE(describe(runner.run(std::string("我想自杀了"))), "self-harm@0-12");
    }
};

QTEST_GUILESS_MAIN(TestModerationCheck)
#include "tst_moderation_check.moc"
