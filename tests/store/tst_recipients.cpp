// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/recipients.h"

#include "store/access.h"
#include "store/audit.h"
#include "store/recipient_pins.h"
#include "store_fixture.h"

#include <filesystem>

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

// Built at run time: it must not look like a credential to a scanner.
std::string credentialText()
{
    return std::string("not-a-real-") + "credential";
}

Status addSealed(Store &store, const std::string &name = "main")
{
    Provider provider;
    provider.name = name;
    provider.baseUrl = "https://api.example.com/v1";
    provider.credential = SecretString(credentialText());
    return addProvider(store, provider);
}

// What a thief or a second machine has: the database, without the key folder.
void copyStore(const Place &from, const Place &to)
{
    if (testsPostgres())
        PostgresCluster::shared().copyDatabase(from.store(), to.store());
    else
        std::filesystem::copy_file(
            from.store(), to.store(), std::filesystem::copy_options::overwrite_existing);
}

// Removes the private key, as for a user who may not read it.
void loseKeys(const Place &place)
{
    std::filesystem::remove_all(keyFolderOf(place.store()));
}

} // namespace

// Whom credentials are sealed for, and who can't get at them.
class TestRecipients : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theFirstSealMakesTheFirstRecipient();
    void aCopyWithoutTheKeyFolderStaysShut();
    void twoRecipientsOpenBoth();
    void aRemovedRecipientOpensNothingNew();
    void onlyARecipientAddsOne();
    void anIntruderInTheStoreIsRefused();
    void aChangedCertificateIsRefused();
    void sealingTakesTheCertificateAlone();
    void aLostKeyIsNotReplaced();
    void sealedBeforeRecipientsWereListed();
    void certificatesAreChecked_data();
    void certificatesAreChecked();
    void namedCredentialsAreSealed();

private:
    QTemporaryDir m_config;
};

void TestRecipients::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
}

void TestRecipients::theFirstSealMakesTheFirstRecipient()
{
    const Place place;
    const auto store = place.open();
    QVERIFY(listRecipients(*store)->empty());
    QVERIFY_DONE(addSealed(*store));
    const auto rows = listRecipients(*store);
    QVERIFY_DONE(rows);
    QCOMPARE(rows->size(), std::size_t{1});
    QVERIFY(rows->front().own);
    QVERIFY(rows->front().pinned);
    QCOMPARE(rows->front().fingerprint, ownCertificate(place.store())->fingerprint);
    QCOMPARE(**readPins(Pinned::Gateways, place.store()), Fingerprints{rows->front().fingerprint});
    QCOMPARE(listAudit(*store, 10)->back().action, std::string("recipient.add"));
}

void TestRecipients::aCopyWithoutTheKeyFolderStaysShut()
{
    const Place place, thief;
    QVERIFY_DONE(addSealed(*place.open()));
    copyStore(place, thief);
    const auto store = thief.open();
    QVERIFY(listProviders(*store)->front().hasCredential);
    QCOMPARE(loadProviders(*store).error().kind, ErrorKind::NotFound);
    // With a key pair of his own neither.
    QVERIFY_DONE(ownCertificate(thief.store()));
    QCOMPARE(loadProviders(*store).error().kind, ErrorKind::Corrupt);
    QCOMPARE(
        addRecipient(*store, "thief", *ownCertificate(thief.store())).error().kind, ErrorKind::NotPermitted);
}

void TestRecipients::twoRecipientsOpenBoth()
{
    const Place first, second;
    {
        const auto store = first.open();
        QVERIFY_DONE(addSealed(*store));
        const auto certificate = ownCertificate(second.store());
        QVERIFY_DONE(certificate);
        const auto again = readCertificate(certificate->pem);
        QVERIFY_DONE(again);
        QCOMPARE(again->fingerprint, certificate->fingerprint);
        QVERIFY_DONE(addRecipient(*store, "second gateway", *again));
        QCOMPARE(addRecipient(*store, "again", *again).error().kind, ErrorKind::Conflict);
        QVERIFY_DONE(addSealed(*store, "later"));
        QVERIFY(loadProviders(*store)->front().credential.matches(credentialText()));
    }
    copyStore(first, second);
    const auto loaded = loadProviders(*second.open());
    QVERIFY_DONE(loaded);
    QCOMPARE(loaded->size(), std::size_t{2});
    for (const Provider &provider : *loaded)
        QVERIFY(provider.credential.matches(credentialText()));
}

void TestRecipients::aRemovedRecipientOpensNothingNew()
{
    const Place first, second;
    {
        const auto store = first.open();
        QVERIFY_DONE(addSealed(*store));
        const auto certificate = ownCertificate(second.store());
        QVERIFY_DONE(addRecipient(*store, "second gateway", *certificate));
        QVERIFY_DONE(removeRecipient(*store, certificate->fingerprint));
        QCOMPARE(removeRecipient(*store, certificate->fingerprint).error().kind, ErrorKind::NotFound);
        QCOMPARE(removeRecipient(*store, ownCertificate(first.store())->fingerprint).error().kind,
            ErrorKind::Conflict);
        QVERIFY(loadProviders(*store)->front().credential.matches(credentialText()));
        QVERIFY(!(*readPins(Pinned::Gateways, first.store()))->contains(certificate->fingerprint));
    }
    copyStore(first, second);
    QCOMPARE(loadProviders(*second.open()).error().kind, ErrorKind::Corrupt);
}

void TestRecipients::onlyARecipientAddsOne()
{
    const Place first, second, third;
    QVERIFY_DONE(addSealed(*first.open()));
    copyStore(first, second);
    const auto store = second.open();
    const auto certificate = ownCertificate(third.store());
    QCOMPARE(addRecipient(*store, "third", *certificate).error().kind, ErrorKind::NotFound);
    QCOMPARE(removeRecipient(*store, ownCertificate(first.store())->fingerprint).error().kind,
        ErrorKind::NotFound);
}

void TestRecipients::anIntruderInTheStoreIsRefused()
{
    const Place place, intruder;
    const auto store = place.open();
    QVERIFY_DONE(addSealed(*store));
    const auto certificate = ownCertificate(intruder.store());
    Intruder(place.store())
        .run("INSERT INTO recipient VALUES ('" + certificate->fingerprint + "', 'friend', '"
            + certificate->pem + "', 0, 'nobody')");
    const Status added = addSealed(*store, "later");
    QCOMPARE(added.error().kind, ErrorKind::NotPermitted);
    QCOMPARE(added.error().where, certificate->fingerprint);
    QCOMPARE(addRecipient(*store, "third", *ownCertificate(Place().store())).error().kind,
        ErrorKind::NotPermitted);
    QVERIFY(!listRecipients(*store)->front().pinned || !listRecipients(*store)->back().pinned);
    // Whoever knows better says so; whoever does not takes it out again.
    QVERIFY_DONE(pinRecipient(*store, certificate->fingerprint));
    QVERIFY_DONE(addSealed(*store, "later"));
    QVERIFY_DONE(removeRecipient(*store, certificate->fingerprint));
    QCOMPARE(pinRecipient(*store, certificate->fingerprint).error().kind, ErrorKind::NotFound);
}

void TestRecipients::aChangedCertificateIsRefused()
{
    const Place place, intruder;
    const auto store = place.open();
    QVERIFY_DONE(addSealed(*store));
    // The pinned fingerprint over another certificate.
    Intruder(place.store())
        .run("UPDATE recipient SET certificate = '" + ownCertificate(intruder.store())->pem + "'");
    QCOMPARE(addSealed(*store, "later").error().kind, ErrorKind::Corrupt);
    // And with the fingerprint that fits it.
    Intruder(place.store())
        .run("UPDATE recipient SET fingerprint = '" + ownCertificate(intruder.store())->fingerprint + "'");
    QCOMPARE(addSealed(*store, "later").error().kind, ErrorKind::NotPermitted);
}

void TestRecipients::sealingTakesTheCertificateAlone()
{
    const Place gateway, console;
    QVERIFY_DONE(addSealed(*gateway.open()));
    copyStore(gateway, console);
    {
        const auto store = console.open();
        QVERIFY_DONE(addSealed(*store, "from a console"));
        QVERIFY(!std::filesystem::exists(keyFolderOf(console.store())));
        // Its pins stand in the user's own folder, and hold.
        QVERIFY(listRecipients(*store)->front().pinned);
        const auto other = ownCertificate(Place().store());
        Intruder(console.store())
            .run("UPDATE recipient SET fingerprint = '" + other->fingerprint + "', certificate = '"
                + other->pem + "'");
        QCOMPARE(addSealed(*store, "for somebody else").error().kind, ErrorKind::NotPermitted);
    }
    copyStore(console, gateway);
    QCOMPARE(loadProviders(*gateway.open())->size(), std::size_t{2});
}

void TestRecipients::aLostKeyIsNotReplaced()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(addSealed(*store));
    Intruder(place.store()).run("DELETE FROM recipient");
    loseKeys(place);
    QCOMPARE(addSealed(*store, "later").error().kind, ErrorKind::NotFound);
    QVERIFY(!std::filesystem::exists(keyFolderOf(place.store())));
}

void TestRecipients::sealedBeforeRecipientsWereListed()
{
    const Place place;
    const auto store = place.open();
    QVERIFY_DONE(addSealed(*store));
    std::filesystem::remove(keyFolderOf(place.store()) / "recipient.pins");
    Intruder(place.store()).run("DELETE FROM recipient");
    QVERIFY(loadProviders(*store)->front().credential.matches(credentialText()));
    QVERIFY_DONE(addSealed(*store, "later"));
    QVERIFY(listRecipients(*store)->front().own);
    QCOMPARE(loadProviders(*store)->size(), std::size_t{2});
}

void TestRecipients::certificatesAreChecked_data()
{
    QTest::addColumn<QByteArray>("pem");
    const std::string good = ownCertificate(Place().store())->pem;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no PEM") << QByteArray("hello");
    QTest::newRow("half") << QByteArray::fromStdString(good.substr(0, good.size() / 2));
    QTest::newRow("two") << QByteArray::fromStdString(good + good);
    QByteArray damaged = QByteArray::fromStdString(good);
    damaged.replace(damaged.indexOf('\n') + 1, 4, "AAAA");
    QTest::newRow("damaged") << damaged;
}

void TestRecipients::certificatesAreChecked()
{
    QFETCH(QByteArray, pem);
    QCOMPARE(readCertificate(pem.toStdString()).error().kind, ErrorKind::InvalidInput);
}

void TestRecipients::namedCredentialsAreSealed()
{
    const Place first, second;
    {
        const auto store = first.open();
        QVERIFY_DONE(addNamedCredential(*store, "hook", SecretString(credentialText())));
        QCOMPARE(addNamedCredential(*store, "hook", SecretString("x")).error().kind, ErrorKind::Conflict);
        QCOMPARE(addNamedCredential(*store, "none", SecretString()).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(listNamedCredentials(*store)->front().name, std::string("hook"));
        QVERIFY(
            Intruder(first.store()).value("SELECT credential FROM named_credential").find(credentialText())
            == std::string::npos);
        QVERIFY_DONE(addRecipient(*store, "second", *ownCertificate(second.store())));
    }
    copyStore(first, second);
    const auto store = second.open();
    QVERIFY(loadNamedCredentials(*store)->at("hook").matches(credentialText()));
    QVERIFY_DONE(removeNamedCredential(*store, "hook"));
    QCOMPARE(removeNamedCredential(*store, "hook").error().kind, ErrorKind::NotFound);
    QVERIFY(loadNamedCredentials(*store)->empty());
}

QTEST_GUILESS_MAIN(TestRecipients)
#include "tst_recipients.moc"
