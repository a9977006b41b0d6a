// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connections/password_keeper.h"
#include "store/maintenance.h"
#include "tests/ui/buttons.h"
#include "tests/ui/window_fixture.h"
#include "ui/frame/store_dialog.h"
#include "ui/settings/languages.h"
#include "ui/settings/settings_dialog.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void preferencesOutliveTheProgram();
    void looksChangeAtOnce();
    void storeSettingsAreKeptInTheStore();
    void recentStoresAreOffered();
};

void TestSettings::preferencesOutliveTheProgram()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("console.ini"));
    {
        Preferences preferences(file);
        preferences.setTheme(QStringLiteral("dark"));
        preferences.setTextSize(99);
        preferences.setLanguage(QStringLiteral("de"));
        preferences.setKeys({{QStringLiteral("review.dismiss"), QKeySequence(Qt::Key_Y)}});
        for (int i = 0; i < 12; ++i)
            preferences.addRecentStore(folder.filePath(QString::number(i)));
    }
    Preferences preferences(file);
    QCOMPARE(preferences.theme(), QStringLiteral("dark"));
    QCOMPARE(preferences.textSize(), 20);
    QCOMPARE(preferences.language(), QStringLiteral("de"));
    QCOMPARE(preferences.keys().value(QStringLiteral("review.dismiss")), QKeySequence(Qt::Key_Y));
    QCOMPARE(preferences.recentStores().size(), 8);
    QCOMPARE(preferences.recentStores().first(), folder.filePath(QStringLiteral("11")));
}

void TestSettings::looksChangeAtOnce()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    QSignalSpy changed(&fixture.preferences, &Preferences::appearanceChanged);
    fixture.window.openSettings();
    auto *dialog = fixture.find<SettingsDialog>();
    QComboBox *theme = nullptr;
    for (QComboBox *box : dialog->findChildren<QComboBox *>()) {
        if (box->findData(QStringLiteral("contrast")) >= 0)
            theme = box;
    }
    QVERIFY(theme);
    theme->setCurrentIndex(theme->findData(QStringLiteral("dark")));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(fixture.preferences.theme(), QStringLiteral("dark"));
}

void TestSettings::storeSettingsAreKeptInTheStore()
{
    QueuePlace place;
    place.addCalls(1);
    WindowFixture fixture(place);
    QVERIFY(fixture.show(QStringLiteral("review")));
    fixture.window.openSettings();
    auto *dialog = fixture.find<SettingsDialog>();
    QSpinBox *retention = nullptr;
    for (QSpinBox *box : dialog->findChildren<QSpinBox *>()) {
        if (box->maximum() == 3650)
            retention = box;
    }
    QVERIFY(retention);
    QTRY_VERIFY_WITH_TIMEOUT(retention->isEnabled(), patienceMs);
    retention->setValue(14);
    QSignalSpy accepted(dialog, &QDialog::accepted);
    buttonSaying(*dialog, QStringLiteral("Save"))->click();
    QVERIFY(!accepted.isEmpty() || accepted.wait(patienceMs));
    const auto reader = place.place.open();
    const auto kept = store::storeSettings(*reader);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->retentionDays, 14);
}

void TestSettings::recentStoresAreOffered()
{
    QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("console.ini")));
    preferences.addRecentStore(folder.filePath(QStringLiteral("one.db")));
    preferences.addRecentStore(folder.filePath(QStringLiteral("two.db")));
    PasswordKeeper keeper;
    StoreDialog dialog(preferences, keeper, QStringLiteral("It is locked"));
    dialog.findChild<QListWidget *>()->setCurrentRow(1);
    buttonSaying(dialog, QStringLiteral("Open store"))->click();
    QCOMPARE(dialog.choice(), folder.filePath(QStringLiteral("one.db")));
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
