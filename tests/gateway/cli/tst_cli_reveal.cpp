// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// gatehouse reviewer-key and interaction reveal: whom originals are sealed for, and how they are looked at.

#include "cli_runner.h"
#include "store/reviewer_keys.h"
#include "store_fixture.h"

#include <QtTest>
#include <memory>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

const QByteArray passphrase = "a long enough passphrase\n";

} // namespace

class TestCliReveal : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aKeyIsMadeAndAdded();
    void aKeyWithoutAProperPassphraseIsNotMade();
    void originalsArePrinted();
    void whatIsWrongIsSaid();

private:
    // Makes a key in this file.
    [[nodiscard]] QJsonObject newKey(const QString &file) const
    {
        return m_cli->json({"reviewer-key", "create", "--out", m_cli->path(file)}, passphrase).object();
    }
    // Records a call sealed for this certificate.
    [[nodiscard]] QString sealedCall(const QByteArray &certificate) const
    {
        const auto reviewer = readCertificate(certificate.toStdString());
        const InteractionId id = idAt(m_place->clock.now(), 1);
        RequestRecord call
            = requestRecord(id, m_place->clock.now(), VerdictKind::Masked, "from [masked:island]");
        call.sealed = *sealFor({&*reviewer, 1},
            toJson(BodyOriginals{
                id, BodyPart::Request, {{0, {5, 15}, {5, 20}, "island", SecretString("zanzi\n4711")}}}));
        record(*m_place, {call});
        return QString::fromStdString(id.value);
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<CliRunner> m_cli;
};

void TestCliReveal::init()
{
    m_place = std::make_unique<Place>();
    (void)m_place->open();
    m_cli = std::make_unique<CliRunner>(m_place->store());
}

void TestCliReveal::aKeyIsMadeAndAdded()
{
    const QJsonObject made = newKey("ann.pem");
    const QString fingerprint = made["fingerprint"].toString();
    const QByteArray certificate = made["certificate"].toString().toUtf8();
    QFile file(m_cli->path("ann.pem"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    // It is never written over.
    const CliResult again = m_cli->run({"reviewer-key", "create", "--out", file.fileName()}, passphrase);
    QCOMPARE(again.status, 1);
    QVERIFY2(again.isOneLineError(), again.err.constData());

    QCOMPARE(m_cli->run({"reviewer-key", "list"}).lines().size(), 1);
    const CliResult wrong = m_cli->run(
        {"reviewer-key", "add", "--name", "ann", "--fingerprint", QString(64, '0')}, certificate);
    QCOMPARE(wrong.status, 2);
    const QStringList add{"reviewer-key", "add", "--name", "ann", "--fingerprint", fingerprint};
    QCOMPARE(m_cli->run(add, certificate).status, 0);
    QCOMPARE(m_cli->run(add, certificate).status, 1);
    const QJsonObject listed = m_cli->json({"reviewer-key", "list"}).object();
    QCOMPARE(listed["name"].toString(), "ann");
    QVERIFY(listed["trusted"].toBool());
    QCOMPARE(m_cli->json({"audit", "list"}).object()["action"].toString(), "reviewer_key.add");
    QCOMPARE(m_cli->run({"reviewer-key", "trust", fingerprint}).status, 0);
    QCOMPARE(m_cli->run({"reviewer-key", "remove", fingerprint}).status, 0);
    QCOMPARE(m_cli->run({"reviewer-key", "remove", fingerprint}).status, 1);
    QCOMPARE(m_cli->run({"reviewer-key", "trust", fingerprint}).status, 1);
}

void TestCliReveal::aKeyWithoutAProperPassphraseIsNotMade()
{
    for (const char *input : {"", "\n", "short\n"}) {
        const CliResult result
            = m_cli->run({"reviewer-key", "create", "--out", m_cli->path("bob.pem")}, input);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.isOneLineError(), result.err.constData());
    }
    QVERIFY(!QFile::exists(m_cli->path("bob.pem")));
}

void TestCliReveal::originalsArePrinted()
{
    const QString id = sealedCall(newKey("ann.pem")["certificate"].toString().toUtf8());
    const QStringList reveal{
        "interaction", "reveal", id, "--key", m_cli->path("ann.pem"), "--reason", "a complaint"};
    const CliResult printed = m_cli->run(reveal, passphrase);
    QVERIFY2(printed.status == 0, printed.err.constData());
    QCOMPARE(printed.out, QByteArray("request 0 5-15 island: zanzi\\n4711\n"));
    const QJsonObject original = m_cli->json(reveal, passphrase).object();
    QCOMPARE(original["text"].toString(), QString("zanzi\n4711"));
    QCOMPARE(original["range"].toArray(), QJsonArray({5, 15}));
    const QJsonObject entry = m_cli->json({"audit", "list"}).object();
    QCOMPARE(entry["action"].toString(), "interaction.reveal");
    QCOMPARE(entry["reason"].toString(), "a complaint");
    QVERIFY(!m_cli->json({"audit", "list"}).out.contains("zanzi"));
    QVERIFY(m_cli->json({"interaction", "show", id}).object()["sealed"].toBool());
}

void TestCliReveal::whatIsWrongIsSaid()
{
    const QString id = sealedCall(newKey("ann.pem")["certificate"].toString().toUtf8());
    (void)newKey("bob.pem");
    const auto reveal = [&](const QString &key, const QByteArray &input, const QString &reason) {
        return m_cli->run(
            {"interaction", "reveal", id, "--key", m_cli->path(key), "--reason", reason}, input);
    };
    const qsizetype before = m_cli->json({"audit", "list"}).lines().size();
    QCOMPARE(reveal("ann.pem", "not the passphrase\n", "x").status, 2);
    QCOMPARE(reveal("ann.pem", passphrase, " ").status, 2);
    QCOMPARE(reveal("nobody.pem", passphrase, "x").status, 1);
    QCOMPARE(m_cli->json({"audit", "list"}).lines().size(), before);
    // Another's key is tried, and that is told.
    const CliResult other = reveal("bob.pem", passphrase, "curious");
    QCOMPARE(other.status, 4);
    QVERIFY2(other.isOneLineError(), other.err.constData());
    QVERIFY(!other.out.contains("zanzi"));
    QCOMPARE(m_cli->json({"audit", "list"}).lines().size(), before + 1);
    QVERIFY(QFile::setPermissions(m_cli->path("ann.pem"), QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(reveal("ann.pem", passphrase, "x").err.contains("chmod 600"));
}

QTEST_GUILESS_MAIN(TestCliReveal)
#include "tst_cli_reveal.moc"
