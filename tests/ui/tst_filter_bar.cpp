// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a filter: what is offered, what the keys do with it, and the wrong word underlined.
#include "tests/models/desk_fixture.h"

#include "models/filter_completions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filter_bar.h"

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

class Bar {
public:
    explicit Bar(DeskPlace &place)
        : session(place.location())
        , completions(session)
    {
        Theme::instance().apply(ThemeName::Light);
        bar.setCompletions(&completions);
        bar.resize(600, 32);
        bar.show();
        bar.activateWindow();
        bar.setFocus();
    }
    [[nodiscard]] bool isReady() { return QTest::qWaitForWindowActive(&bar) && bar.hasFocus(); }

    StoreSession session;
    FilterCompletions completions;
    FilterBar bar;
};

// How much of a strip of the bar has the colour of what is critical.
int redIn(FilterBar &bar, int from, int to)
{
    const QImage image = bar.grab().toImage();
    const QColor red = tokens().of(Severity::Critical);
    int count = 0;
    for (int x = from; x < std::min(to, image.width() - 4); ++x) {
        for (int y = 4; y < image.height() - 4; ++y) {
            const QColor pixel = image.pixelColor(x, y);
            if (std::abs(pixel.red() - red.red()) < 40 && std::abs(pixel.green() - red.green()) < 60)
                ++count;
        }
    }
    return count;
}

} // namespace

class TestFilterBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsAndValuesAreOffered();
    void theStoreIsAskedForValues_data();
    void theStoreIsAskedForValues();
    void escapeOnlyClosesTheOffer();
    void returnTakesWhatWasChosen();
    void theWrongWordIsUnderlined();
};

void TestFilterBar::fieldsAndValuesAreOffered()
{
    DeskPlace place;
    Bar t(place);
    QVERIFY(t.isReady());
    QTest::keyClicks(&t.bar, QStringLiteral("sev"));
    QCOMPARE(t.bar.offered(), QStringList{QStringLiteral("severity")});
    QTest::keyClick(&t.bar, Qt::Key_Tab);
    QCOMPARE(t.bar.text(), QStringLiteral("severity:"));
    QVERIFY(t.bar.hasFocus());
    QCOMPARE(t.bar.offered().size(), 5);
    QTest::keyClicks(&t.bar, QStringLiteral("hi"));
    QTest::keyClick(&t.bar, Qt::Key_Tab);
    QCOMPARE(t.bar.text(), QStringLiteral("severity:high"));
    QVERIFY(t.bar.offered().isEmpty());
    QTest::keyClick(&t.bar, Qt::Key_Space);
    QVERIFY(t.bar.offered().isEmpty());
    QTest::keyClick(&t.bar, Qt::Key_Down);
    QVERIFY(t.bar.offered().contains(QStringLiteral("zone")));
    QSignalSpy changed(&t.bar, &FilterBar::filterChanged);
    QTest::keyClick(&t.bar, Qt::Key_Return);
    QCOMPARE(changed.last().first().toString(), QStringLiteral("severity:high"));
}

void TestFilterBar::theStoreIsAskedForValues_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("offered");
    QTest::addColumn<QString>("text"); // after it was taken
    QTest::newRow("team") << "team:pa"
                          << "payments"
                          << "team:payments";
    QTest::newRow("team in quotes") << "team:human"
                                    << "human resources"
                                    << "team:\"human resources\"";
    QTest::newRow("second value") << "team:x,pay"
                                  << "payments"
                                  << "team:x,payments";
    QTest::newRow("environment") << "environment:pro"
                                 << "production"
                                 << "environment:production";
    QTest::newRow("use case") << "usecase:ch"
                              << "chat"
                              << "usecase:chat";
    QTest::newRow("model") << "model:large"
                           << "sandbox-large"
                           << "model:sandbox-large";
    QTest::newRow("provider") << "provider:san"
                              << "sandbox"
                              << "provider:sandbox";
    QTest::newRow("rule") << "rule:inj"
                          << "injection"
                          << "rule:injection";
    QTest::newRow("check") << "check:prompt"
                           << "prompt_injection"
                           << "check:prompt_injection";
}

void TestFilterBar::theStoreIsAskedForValues()
{
    QFETCH(QString, typed);
    QFETCH(QString, offered);
    QFETCH(QString, text);
    DeskPlace place;
    place.addCalls(2);
    (void)place.issueKey();
    (void)place.issueKey("human resources");
    store::ModelTarget target;
    target.model = target.upstreamModel = "sandbox-large";
    target.provider = "sandbox";
    QVERIFY_DONE(store::addModelTarget(place.store(), target));
    Bar t(place);
    QVERIFY(t.isReady());
    QTest::keyClicks(&t.bar, typed);
    QTRY_VERIFY_WITH_TIMEOUT(t.bar.offered().contains(offered), patienceMs);
    QTest::keyClick(&t.bar, Qt::Key_Tab);
    QCOMPARE(t.bar.text(), text);
}

void TestFilterBar::escapeOnlyClosesTheOffer()
{
    DeskPlace place;
    Bar t(place);
    QVERIFY(t.isReady());
    QSignalSpy left(&t.bar, &FilterBar::left);
    QTest::keyClicks(&t.bar, QStringLiteral("verdict:bl"));
    QVERIFY(!t.bar.offered().isEmpty());
    QTest::keyClick(&t.bar, Qt::Key_Escape);
    QVERIFY(t.bar.offered().isEmpty());
    QCOMPARE(t.bar.text(), QStringLiteral("verdict:bl"));
    QCOMPARE(left.count(), 0);
    QTest::keyClick(&t.bar, Qt::Key_Escape);
    QCOMPARE(t.bar.text(), QString());
    QCOMPARE(left.count(), 1);
}

void TestFilterBar::returnTakesWhatWasChosen()
{
    DeskPlace place;
    Bar t(place);
    QVERIFY(t.isReady());
    QTest::keyClicks(&t.bar, QStringLiteral("zone:tool"));
    QCOMPARE(t.bar.offered().size(), 3);
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(t.bar.text(), QStringLiteral("zone:tool_call"));
    QVERIFY(t.bar.offered().isEmpty());
    QVERIFY(t.bar.hasFocus());
}

void TestFilterBar::theWrongWordIsUnderlined()
{
    DeskPlace place;
    Bar t(place);
    QVERIFY(t.isReady());
    t.bar.setFilter(QStringLiteral("state:open verdict:blocked zzzzzzzzzzzz"));
    QCOMPARE(redIn(t.bar, 4, t.bar.width()), 0);
    const int half = t.bar.fontMetrics().horizontalAdvance(QStringLiteral("state:open verdict:")) + 24;
    t.bar.setFilter(QStringLiteral("state:open verdict:angry   zzzzzzzzzzzz"));
    QVERIFY(t.bar.problem().contains(QStringLiteral("angry")));
    const int after
        = t.bar.fontMetrics().horizontalAdvance(QStringLiteral("state:open verdict:angry  ")) + 36;
    QCOMPARE(redIn(t.bar, 4, half - 12), 0);
    QVERIFY(redIn(t.bar, half - 12, after) > 0);
    QCOMPARE(redIn(t.bar, after, t.bar.width()), 0);
    QCOMPARE(t.bar.text(), QStringLiteral("state:open verdict:angry   zzzzzzzzzzzz"));
    t.bar.setFilter(QStringLiteral("state:open"));
    QCOMPARE(redIn(t.bar, 4, t.bar.width()), 0);
}

QTEST_MAIN(TestFilterBar)
#include "tst_filter_bar.moc"
