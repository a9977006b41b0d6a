// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords go into a real keyring, come back, and go; without a keyring that is said.
#include "models/connections/password_keeper.h"

#include "tests/models/keyring_place.h"

#include <optional>

using namespace gatehouse;
using namespace gatehouse::console;
using namespace gatehouse::console::test;

namespace {

constexpr int patienceMs = 30'000;
const QString profile = QStringLiteral("payments-pg");
const SecretString password("pä ss\"word\n");

} // namespace

// Asks the keeper and waits for its answer.
class Keeper : public QObject {
    Q_OBJECT

public:
    Result<SecretString> read() { return keptPassword(m_keeper, profile); }
    Status keep()
    {
        return wait([this](auto done) { m_keeper.keep(profile, password, this, done); });
    }
    Status forget()
    {
        return wait([this](auto done) { m_keeper.forget(profile, this, done); });
    }

private:
    template <class Ask>
    Status wait(Ask ask)
    {
        std::optional<Status> answer;
        ask([&](Status given) { answer = std::move(given); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, patienceMs))
            return fail(ErrorKind::Internal, "no answer");
        return *answer;
    }
    PasswordKeeper m_keeper;
};

class TestPasswordKeeper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptComesBackAndGoes();
};

class TestWithoutKeyring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thatIsSaid();
};

void TestPasswordKeeper::whatIsKeptComesBackAndGoes()
{
    Keeper keeper;
    QCOMPARE(keeper.read().error().kind, ErrorKind::NotFound);
    QVERIFY(keeper.keep());
    const auto kept = keeper.read();
    QVERIFY(kept.has_value());
    QVERIFY(kept->matches(password.reveal()));
    QVERIFY(keeper.forget());
    QCOMPARE(keeper.read().error().kind, ErrorKind::NotFound);
    QVERIFY(keeper.forget());
}

void TestWithoutKeyring::thatIsSaid()
{
    Keeper keeper;
    const Status kept = keeper.keep();
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::Unreachable);
    QVERIFY(!keeper.read());
}

int main(int argc, char **argv)
{
    // A process asks one bus, the first it sees; so the tests without a keyring are a process of their own.
    const QCoreApplication application(argc, argv);
    const bool none = qEnvironmentVariable("GATEHOUSE_TEST_KEYRING") == QLatin1String("none");
    const KeyringPlace place(none ? KeyringPlace::Holds::Nothing : KeyringPlace::Holds::Keyring);
    if (none) {
        TestWithoutKeyring test;
        return QTest::qExec(&test, argc, argv);
    }
    TestPasswordKeeper test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_password_keeper.moc"
