// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window while its store's server is away.
#include "store/interactions.h"
#include "tests/ui/buttons.h"
#include "tests/ui/window_fixture.h"
#include "ui/frame/offline_banner.h"
#include "ui/review/queue_view.h"
#include "ui/review/text_dialog.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

using store::test::PostgresCluster;

} // namespace

class TestOffline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsLoadedStaysAndNothingIsDecided();
    void aNoteIsNotLost();
    void aNewerStoreIsReadAndNotChanged();
};

void TestOffline::whatIsLoadedStaysAndNothingIsDecided()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(3);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    auto *queue = fixture.find<QueueView>();
    auto *banner = fixture.find<OfflineBanner>();
    QVERIFY(!banner->isVisible());
    PostgresCluster::shared().stop();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patienceMs);
    QVERIFY(!banner->findChild<QLabel *>(QStringLiteral("why"))->text().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(
        banner->findChild<QLabel *>(QStringLiteral("state"))->text().contains(QStringLiteral("Trying again")),
        patienceMs);
    fixture.shortcuts.action(QStringLiteral("review.dismiss"))->trigger();
    QCOMPARE(queue->model()->rowCount(), 3);
    PostgresCluster::shared().start();
    buttonSaying(*banner, QStringLiteral("Try now"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), patienceMs);
    for (const QString &id : ids)
        QCOMPARE(store::showInteraction(*place.place.open(), {id.toStdString()})->row.state,
            store::ReviewState::Open);
    fixture.shortcuts.action(QStringLiteral("review.dismiss"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 2, patienceMs);
}

void TestOffline::aNoteIsNotLost()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    fixture.shortcuts.action(QStringLiteral("review.note"))->trigger();
    QPointer<NoteDialog> dialog(fixture.find<NoteDialog>());
    QVERIFY(dialog);
    auto *text = dialog->findChild<QPlainTextEdit *>();
    text->setPlainText(QStringLiteral("half a thought"));
    PostgresCluster::shared().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.isOnline(), patienceMs);
    QPushButton *add = buttonSaying(*dialog, QStringLiteral("Add note"));
    add->click();
    QVERIFY(text->isReadOnly());
    QTRY_VERIFY_WITH_TIMEOUT(add->isEnabled(), patienceMs);
    QVERIFY(dialog->isVisible());
    QCOMPARE(text->toPlainText(), QStringLiteral("half a thought"));
    const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text() == fixture.session.trouble();
    }));
    PostgresCluster::shared().start();
    fixture.session.tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.session.isOnline(), patienceMs);
    add->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, patienceMs);
    const auto detail = store::showInteraction(*place.place.open(), {ids[0].toStdString()});
    QCOMPARE(detail->notes.size(), std::size_t(1));
    QCOMPARE(detail->notes[0].text, std::string("half a thought"));
}

void TestOffline::aNewerStoreIsReadAndNotChanged()
{
    QueuePlace place;
    const QStringList ids = place.addCalls(2);
    store::test::Intruder(place.place.store()).run("INSERT INTO schema_version (version) VALUES (99)");
    QVERIFY(prepareStore(place.location(), store::OpenMode::Existing));
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    auto *banner = fixture.find<OfflineBanner>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patienceMs);
    QVERIFY(banner->findChild<QLabel *>(QStringLiteral("why"))->text().contains(QStringLiteral("newer")));
    QVERIFY(!buttonSaying(*banner, QStringLiteral("Try now"))->isVisible());
    auto *queue = fixture.find<QueueView>();
    QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 2, patienceMs);
    fixture.shortcuts.action(QStringLiteral("review.dismiss"))->trigger();
    QCOMPARE(queue->model()->rowCount(), 2);
    QVERIFY(fixture.session.isOnline());
    const auto detail
        = store::showInteraction(*place.place.open(store::OpenMode::ReadNewer), {ids[1].toStdString()});
    QCOMPARE(detail->row.state, store::ReviewState::Open);
}

QTEST_MAIN(TestOffline)
#include "tst_offline.moc"
