// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/key_sheet.h"
#include "ui/frame/rail_button.h"
#include "ui/pages.h"
#include "ui/review/queue_view.h"
#include "ui/widgets/filter_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>

using namespace gatehouse::console;
using namespace gatehouse::console::test;

class TestFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesAreMadeOnFirstVisitAndKept();
    void theRailCountsWhatIsOpen();
    void thePaletteLeadsToPages();
    void theSheetNamesEveryKey();
    void noKeyMeansTwoThings();
    void listsHaveTheFocusFirst();
    void whatIsWrongWithAFilterFits_data();
    void whatIsWrongWithAFilterFits();
    void troubleTakesTheStatusLine();
    void panesAreCycled();
    void theStateOfAGatewayIsSaid();
    void callsThatGoUnrecordedTakeTheStatusLine();
};

void TestFrame::pagesAreMadeOnFirstVisitAndKept()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    QCOMPARE(fixture.window.findChildren<Page *>().size(), 1);
    Page *review = fixture.window.currentPage();
    Page *providers = fixture.window.showPage(QStringLiteral("providers"));
    QVERIFY(providers != review);
    QCOMPARE(fixture.window.showPage(QStringLiteral("review")), review);
    QCOMPARE(fixture.preferences.lastPage(), QStringLiteral("review"));
}

void TestFrame::theRailCountsWhatIsOpen()
{
    QueuePlace place;
    place.addCalls(4);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    const auto badge = [&] {
        for (const RailButton *button : fixture.window.findChildren<RailButton *>()) {
            if (button->isChecked())
                return button->badge();
        }
        return -1;
    };
    QTRY_COMPARE_WITH_TIMEOUT(badge(), 4, patienceMs);
}

void TestFrame::thePaletteLeadsToPages()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    QTest::keyClick(&fixture.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = fixture.find<CommandPalette>();
    QVERIFY(palette);
    auto *search = palette->findChild<QLineEdit *>();
    QVERIFY(palette->findChild<QListWidget *>()->count() > 10);
    QTest::keyClicks(search, QStringLiteral("prov"));
    QCOMPARE(palette->findChild<QListWidget *>()->count(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(fixture.window.currentPage()->key(), QStringLiteral("providers"));
}

void TestFrame::theSheetNamesEveryKey()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    fixture.window.openKeySheet();
    QStringList words;
    for (const QLabel *label : fixture.find<KeySheet>()->findChildren<QLabel *>())
        words.append(label->text());
    for (const Command &command : fixture.shortcuts.commands()) {
        if (!fixture.shortcuts.key(command.id).isEmpty())
            QVERIFY2(words.contains(command.text), qPrintable(command.id));
    }
}

// Where two actions have one key, Qt triggers neither.
void TestFrame::noKeyMeansTwoThings()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    for (const PageEntry &entry : pageEntries())
        QVERIFY(fixture.show(QString::fromLatin1(entry.key)));
    const QList<Command> &commands = fixture.shortcuts.commands();
    for (const Command &one : commands) {
        for (const Command &other : commands) {
            const bool together = one.group == other.group || one.group == QStringLiteral("Everywhere");
            if (one.id == other.id || !together || one.standard.isEmpty())
                continue;
            QVERIFY2(one.standard != other.standard, qPrintable(one.id + QStringLiteral(" and ") + other.id));
        }
    }
}

// Bare keys do something from the start.
void TestFrame::listsHaveTheFocusFirst()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("overview")));
    for (const char *key : {"review", "explorer"}) {
        QVERIFY(fixture.show(QString::fromLatin1(key)));
        QVERIFY2(qobject_cast<QTableView *>(QApplication::focusWidget()), key);
    }
}

void TestFrame::whatIsWrongWithAFilterFits_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("review") << QStringLiteral("review");
    QTest::newRow("explorer") << QStringLiteral("explorer");
}

void TestFrame::whatIsWrongWithAFilterFits()
{
    QFETCH(const QString, page);
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(page));
    fixture.window.resize(1280, 800);
    auto *filter = fixture.window.currentPage()->findChild<FilterBar *>();
    filter->setFilter(QStringLiteral("nofield:word"));
    QVERIFY(filter->problem().size() > 100); // the known fields are in it
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(fixture.window.size(), QSize(1280, 800));
    QVERIFY(fixture.window.minimumSizeHint().width() <= 1280);
}

void TestFrame::troubleTakesTheStatusLine()
{
    StateBar bar;
    bar.setUndoText(QStringLiteral("dismissed 1"), QStringLiteral("Z"));
    bar.sayTrouble(QStringLiteral("The store cannot be written: disk full"));
    QVERIFY(bar.findChild<QLabel *>()->text().contains(QStringLiteral("disk full")));
    bar.sayTrouble({});
    QVERIFY(!bar.findChild<QLabel *>()->text().contains(QStringLiteral("disk full")));
}

void TestFrame::panesAreCycled()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    QSet<QWidget *> visited;
    for (int i = 0; i < fixture.window.currentPage()->panes().size(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        visited.insert(QApplication::focusWidget());
    }
    QCOMPARE(visited.size(), fixture.window.currentPage()->panes().size());
}

void TestFrame::theStateOfAGatewayIsSaid()
{
    StateBar bar;
    QSignalSpy wanted(&bar, &StateBar::gatewayToggleWanted);
    const auto toggle = bar.findChild<QPushButton *>(QStringLiteral("gateway"));
    bar.setOwnGateway(OwnGateway::Running, QStringLiteral("Gateway 127.0.0.1:8787"));
    QVERIFY(bar.findChild<QLabel *>()->text().contains(QStringLiteral("127.0.0.1:8787")));
    QVERIFY(toggle->text().contains(QStringLiteral("Stop")));
    toggle->click();
    QCOMPARE(wanted.size(), 1);
    bar.setOwnGateway(OwnGateway::Failed, QStringLiteral("The gateway ended: address already in use"));
    QVERIFY(bar.findChild<QLabel *>()->text().contains(QStringLiteral("in use")));
    QVERIFY(toggle->text().contains(QStringLiteral("Start")));
}

// The store is healthy and knows of no gateway; the console's own one says what it does.
void TestFrame::callsThatGoUnrecordedTakeTheStatusLine()
{
    QTcpServer gateway;
    connect(&gateway, &QTcpServer::newConnection, &gateway, [&gateway] {
        QTcpSocket *socket = gateway.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->readAll();
            const QByteArray body = R"({"status":"degraded","problems":["unrecorded","fail_open"]})";
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\nConnection: close\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    });
    QVERIFY(gateway.listen(QHostAddress::LocalHost));
    QueuePlace place;
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    const auto says = [&](const QString &words) {
        for (const QLabel *label : fixture.window.stateBar().findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return label->property("look").toString() == QLatin1String("warning");
        }
        return false;
    };
    QVERIFY(!says(QStringLiteral("fail_open")));
    fixture.window.setGatewayAddress(QStringLiteral("127.0.0.1:%1").arg(gateway.serverPort()));
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("fail_open")), patienceMs);
}

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
