// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A connection is tested against a real server, and kept without its password.
#include "ui/connections/connection_dialog.h"

#include "models/connections/password_keeper.h"
#include "store/people.h"
#include "tests/models/keyring_place.h"
#include "tests/models/queue_fixture.h"
#include "tests/ui/buttons.h"
#include "ui/frame/store_dialog.h"
#include "ui/settings/preferences.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

const QString rightPassword = QStringLiteral("right") + QStringLiteral("-one");

} // namespace

class TestConnectionDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aTestSaysWhatIsThere_data();
    void aTestSaysWhatIsThere();
    void whatIsMissingIsSaidBesideItsField();
    void lessThanFullProtectionIsSaid();
    void thePasswordGoesToTheKeyringAlone();
    void aRenamedConnectionKeepsItsPassword();
    void withoutKeepingNothingIsLeft();

private:
    void fill(const QString &password);
    void save();
    QLabel *label(const char *name) { return m_dialog->findChild<QLabel *>(QLatin1String(name)); }
    QLineEdit *field(const char *name) { return m_dialog->findChild<QLineEdit *>(QLatin1String(name)); }
    Result<SecretString> kept(const QString &name) { return keptPassword(m_keeper, name); }

    store::test::PostgresCluster m_cluster{
        0, QStringLiteral("local all owner trust\nlocal all app scram-sha-256\n")};
    QTemporaryDir m_folder;
    int m_number = 0;
    QString m_file;
    std::unique_ptr<Preferences> m_preferences;
    PasswordKeeper m_keeper;
    std::unique_ptr<ConnectionDialog> m_dialog;
};

void TestConnectionDialog::initTestCase()
{
    m_cluster.run("postgres", "CREATE ROLE app LOGIN PASSWORD '" + rightPassword.toStdString() + "'");
    m_cluster.run("postgres", "CREATE DATABASE bare OWNER app");
    m_cluster.run("postgres", "CREATE DATABASE ours OWNER app");
    const auto made = store::Store::open(m_cluster.address("ours"), store::OpenMode::Create);
    QVERIFY(made.has_value());
    QVERIFY(store::addPerson(**made, {"app", {"viewer"}, {}, {}, {}}, SecretString()));
}

void TestConnectionDialog::init()
{
    m_file = m_folder.filePath(QStringLiteral("%1.ini").arg(++m_number));
    m_preferences = std::make_unique<Preferences>(m_file);
    m_dialog = std::make_unique<ConnectionDialog>(*m_preferences, m_keeper, QString(), nullptr);
    m_dialog->show();
}

void TestConnectionDialog::fill(const QString &password)
{
    field("name")->setText(QStringLiteral("shared %1").arg(m_number));
    m_dialog->findChild<QWidget *>(QStringLiteral("hosts"))
        ->findChild<QLineEdit *>()
        ->setText(QString::fromStdString(m_cluster.folder()));
    field("database")->setText(QStringLiteral("ours"));
    field("user")->setText(QStringLiteral("app"));
    field("password")->setText(password);
}

void TestConnectionDialog::save()
{
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    buttonSaying(*m_dialog, QStringLiteral("Save connection"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(accepted.size(), 1, patienceMs);
}

void TestConnectionDialog::aTestSaysWhatIsThere_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("good");
    QTest::newRow("a store") << "ours" << rightPassword << 5432 << "You may read what calls said." << true;
    QTest::newRow("no store yet") << "bare" << rightPassword << 5432 << "holds no store yet" << true;
    QTest::newRow("no database") << "nowhere" << rightPassword << 5432 << "no such database" << false;
    QTest::newRow("wrong password") << "ours"
                                    << "wrong" << 5432 << "refused the user or the password" << false;
    QTest::newRow("no password") << "ours"
                                 << "" << 5432 << "asks for a password" << false;
    QTest::newRow("no server") << "ours" << rightPassword << 1 << "no server's socket" << false;
}

void TestConnectionDialog::aTestSaysWhatIsThere()
{
    QFETCH(QString, database);
    QFETCH(QString, password);
    QFETCH(int, port);
    QFETCH(QString, says);
    QFETCH(bool, good);
    fill(password);
    field("database")->setText(database);
    m_dialog->findChild<QSpinBox *>()->setValue(port);
    auto *test = buttonSaying(*m_dialog, QStringLiteral("Test connection"));
    test->click();
    QVERIFY(!test->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(test->isEnabled(), patienceMs);
    QVERIFY2(label("result")->text().contains(says), qPrintable(label("result")->text()));
    QCOMPARE(label("result")->property("look").toString() != QLatin1String("warning"), good);
    field("database")->setText(QStringLiteral("other"));
    QVERIFY(!label("result")->isVisible()); // it was about something else
}

void TestConnectionDialog::whatIsMissingIsSaidBesideItsField()
{
    buttonSaying(*m_dialog, QStringLiteral("Save connection"))->click();
    QVERIFY(label("name_problem")->isVisible());
    fill({});
    field("database")->clear();
    buttonSaying(*m_dialog, QStringLiteral("Save connection"))->click();
    QVERIFY(!label("name_problem")->isVisible());
    QVERIFY(label("database_problem")->isVisible());
    QVERIFY(m_preferences->connections().isEmpty());
}

void TestConnectionDialog::lessThanFullProtectionIsSaid()
{
    auto *tls = m_dialog->findChild<QComboBox *>(QStringLiteral("tls"));
    QCOMPARE(tls->currentData().toString(), QStringLiteral("verify-full"));
    QVERIFY(label("tls_warning")->text().isEmpty());
    for (int i = 1; i < 4; ++i) {
        tls->setCurrentIndex(i);
        QVERIFY(!label("tls_warning")->text().isEmpty());
    }
}

void TestConnectionDialog::thePasswordGoesToTheKeyringAlone()
{
    fill(rightPassword);
    save();
    const QString name = m_dialog->profile().name;
    QVERIFY(kept(name).has_value());
    QVERIFY(kept(name)->matches(rightPassword.toStdString()));
    m_preferences.reset(); // writes the file
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray settings = file.readAll();
    QVERIFY(settings.contains("ours"));
    QVERIFY(!settings.contains(rightPassword.toUtf8()));
    m_preferences = std::make_unique<Preferences>(m_file);
    QCOMPARE(m_preferences->connections(), QList<ConnectionProfile>{m_dialog->profile()});
    StoreDialog stores(*m_preferences, m_keeper, {});
    QCOMPARE(stores.findChild<QListWidget *>()->count(), 1);
    buttonSaying(stores, QStringLiteral("Open store"))->click();
    QCOMPARE(stores.choice(), choiceOf(m_dialog->profile()));
}

void TestConnectionDialog::aRenamedConnectionKeepsItsPassword()
{
    fill(rightPassword);
    save();
    const ConnectionProfile before = m_dialog->profile();
    m_preferences->addRecentStore(choiceOf(before));
    m_dialog = std::make_unique<ConnectionDialog>(*m_preferences, m_keeper, before.name, nullptr);
    m_dialog->show();
    QCOMPARE(field("database")->text(), QStringLiteral("ours"));
    QVERIFY(field("password")->text().isEmpty());
    field("name")->setText(QStringLiteral("renamed"));
    save();
    QCOMPARE(m_preferences->connections().size(), 1);
    QCOMPARE(m_preferences->recentStores(), QStringList{choiceOf(m_dialog->profile())});
    QVERIFY(kept(QStringLiteral("renamed")).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!kept(before.name).has_value(), patienceMs);
}

void TestConnectionDialog::withoutKeepingNothingIsLeft()
{
    fill(rightPassword);
    m_dialog->findChild<QCheckBox *>()->setChecked(false);
    save();
    QCOMPARE(kept(m_dialog->profile().name).error().kind, ErrorKind::NotFound);
    QVERIFY(!m_preferences->connection(m_dialog->profile().name)->keepsPassword);
}

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const KeyringPlace place(KeyringPlace::Holds::Keyring);
    TestConnectionDialog test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_connection_dialog.moc"
