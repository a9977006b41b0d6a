// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a connection to its store, against a real server and a real keyring.
#include "app/store_entry.h"

#include "tests/models/keyring_place.h"
#include "tests/models/queue_fixture.h"
#include "ui/connections/password_dialog.h"
#include "ui/settings/preferences.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

// Joined, so that scanners stay calm.
const QString rightPassword = QStringLiteral("right") + QStringLiteral("-one");

// Answers the dialogs that come up while a store is entered, as a person would.
class Person : public QObject {
    Q_OBJECT

public:
    explicit Person(QStringList passwords)
        : m_passwords(std::move(passwords))
    {
        connect(&m_timer, &QTimer::timeout, this, &Person::look);
        m_timer.start(5);
    }
    QStringList asked; // why each password was asked for
    int storesMade = 0;

private:
    void look()
    {
        QWidget *window = QApplication::activeModalWidget();
        if (auto *dialog = qobject_cast<PasswordDialog *>(window); dialog && dialog->result() == 0) {
            asked.append(dialog->findChild<QLabel *>()->text());
            if (m_passwords.isEmpty()) {
                dialog->reject();
                return;
            }
            dialog->findChild<QLineEdit *>()->setText(m_passwords.takeFirst());
            dialog->accept();
        } else if (auto *question = qobject_cast<QMessageBox *>(window)) {
            for (QAbstractButton *button : question->buttons()) {
                if (question->buttonRole(button) == QMessageBox::AcceptRole) {
                    ++storesMade;
                    button->click();
                }
            }
        }
    }
    QStringList m_passwords;
    QTimer m_timer;
};

} // namespace

class TestStoreEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPasswordIsAskedForOnce();
    void aRefusedPasswordIsAskedForAgain();
    void aPersonMayGiveUp();
    void aServerThatIsAwayIsSaid();
    void aConnectionThatIsGoneIsSaid();
    void aFileIsMade();

private:
    std::optional<StoreEntry::Entered> enter(const QString &choice)
    {
        return m_entry->enter(choice, nullptr, m_why);
    }
    Result<SecretString> kept() { return keptPassword(m_entry->keeper(), m_profile.name); }

    store::test::PostgresCluster m_cluster{
        0, QStringLiteral("local all owner trust\nlocal all app scram-sha-256\n")};
    QTemporaryDir m_folder;
    int m_number = 0;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<StoreEntry> m_entry;
    ConnectionProfile m_profile;
    QString m_why;
};

void TestStoreEntry::init()
{
    if (m_number++ == 0)
        m_cluster.run("postgres", "CREATE ROLE app LOGIN PASSWORD '" + rightPassword.toStdString() + "'");
    const std::string database = "entered" + std::to_string(m_number);
    m_cluster.run("postgres", "CREATE DATABASE " + database + " OWNER app");
    m_preferences = std::make_unique<Preferences>(m_folder.filePath(QStringLiteral("%1.ini").arg(m_number)));
    m_entry = std::make_unique<StoreEntry>(*m_preferences);
    m_profile = {};
    m_profile.name = QStringLiteral("shared %1").arg(m_number);
    m_profile.hosts = QString::fromStdString(m_cluster.folder());
    m_profile.database = QString::fromStdString(database);
    m_profile.user = QStringLiteral("app");
    m_preferences->keepConnection(m_profile);
    m_why.clear();
}

void TestStoreEntry::aPasswordIsAskedForOnce()
{
    {
        Person person({rightPassword});
        const auto entered = enter(choiceOf(m_profile));
        QVERIFY2(entered, qPrintable(m_why));
        QCOMPARE(entered->name, m_profile.name);
        QCOMPARE(entered->choice, choiceOf(m_profile));
        QCOMPARE(person.asked.size(), 1);
        QCOMPARE(person.storesMade, 1);
    }
    QTRY_VERIFY_WITH_TIMEOUT(kept().has_value(), patienceMs);
    Person person({});
    QVERIFY2(enter(choiceOf(m_profile)), qPrintable(m_why));
    QCOMPARE(person.asked, QStringList());
    QCOMPARE(person.storesMade, 0);
}

void TestStoreEntry::aRefusedPasswordIsAskedForAgain()
{
    Person person({QStringLiteral("wrong"), rightPassword});
    QVERIFY2(enter(choiceOf(m_profile)), qPrintable(m_why));
    QCOMPARE(person.asked.size(), 2);
    QVERIFY2(person.asked[1].contains(QStringLiteral("refused")), qPrintable(person.asked[1]));
    QTRY_VERIFY_WITH_TIMEOUT(kept().has_value(), patienceMs);
    QVERIFY(kept()->matches(rightPassword.toStdString()));
}

void TestStoreEntry::aPersonMayGiveUp()
{
    Person person({});
    QVERIFY(!enter(choiceOf(m_profile)));
    QCOMPARE(m_why, QString());
    QCOMPARE(person.asked.size(), 1);
}

void TestStoreEntry::aServerThatIsAwayIsSaid()
{
    m_profile.port = 1;
    m_preferences->keepConnection(m_profile);
    Person person({});
    QVERIFY(!enter(choiceOf(m_profile)));
    QVERIFY2(m_why.contains(QStringLiteral("socket")), qPrintable(m_why));
    QCOMPARE(person.asked, QStringList());
}

void TestStoreEntry::aConnectionThatIsGoneIsSaid()
{
    m_preferences->forgetConnection(m_profile.name);
    QVERIFY(!enter(choiceOf(m_profile)));
    QVERIFY(m_why.contains(m_profile.name));
}

void TestStoreEntry::aFileIsMade()
{
    const QString file = m_folder.filePath(QStringLiteral("fresh.db"));
    const auto entered = enter(file);
    QVERIFY2(entered, qPrintable(m_why));
    QCOMPARE(entered->location, file);
    QCOMPARE(entered->choice, file);
    QVERIFY(QFileInfo::exists(file));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const KeyringPlace place(KeyringPlace::Holds::Keyring);
    TestStoreEntry test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_store_entry.moc"
