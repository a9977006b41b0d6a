// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sealed_originals.h"

#include "store/audit.h"
#include "store/erasure.h"
#include "store/interactions.h"
#include "store/maintenance.h"
#include "store/policies.h"
#include "store/recipient_pins.h"
#include "store/reviewer_keys.h"
#include "store_fixture.h"

using namespace gatehouse;
using namespace gatehouse::store;
using namespace gatehouse::store::test;

namespace {

const std::string first = "zanzi-4711", second = "line one\n\"quoted\" \xC3\xBC";

BodyOriginals requestOriginals(const InteractionId &id)
{
    return {id, BodyPart::Request,
        {{0, {5, 15}, {5, 20}, "island", SecretString(first)},
            {2, {0, 20}, {0, 15}, "note", SecretString(second)}}};
}

RecipientKey newKey()
{
    auto key = RecipientKey::make();
    if (!key)
        qFatal("%s", key.error().line().c_str());
    return std::move(*key);
}

// A call of this time whose request and answer are sealed for `reviewer`.
RequestRecord sealedCall(const Place &place, const RecipientKey &reviewer, int order = 1, int daysAgo = 0)
{
    const Timestamp at = place.clock.now() - std::chrono::days(daysAgo);
    RequestRecord call = requestRecord(idAt(at, order), at, VerdictKind::Masked, "from [masked:island]");
    call.endUser = "ann@example.com";
    call.sealed = sealedFor(reviewer, requestOriginals(call.row.id));
    VerdictRecord verdict = verdictRecord(call.row.id, VerdictKind::Masked, "to [masked:island]");
    verdict.sealed = sealedFor(
        reviewer, {call.row.id, BodyPart::Response, {{0, {3, 13}, {3, 18}, "island", SecretString(first)}}});
    record(place, {call}, {verdict});
    return call;
}

} // namespace

// What stood under masks: sealed, looked at by who has a key and says why, and gone with the bodies.
class TestSealedOriginals : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void comeBackAsTheyWere();
    void whatComesApartComesBackTheSame();
    void aWrongKeyOpensNothing();
    void aReasonIsNeeded();
    void nothingSealedIsSaid();
    void aForeignEnvelopeIsRefused();
    void aDoctoredEnvelopeIsRefused();
    void goWithWhatWasSaid();
    void goWithTheirCalls();
    void keysComeAndGo();
    void onlyTrustedKeysAreSealedFor();
    void aKeyFileTakesItsPassphrase();
    void jsonIsReadStrictly_data();
    void jsonIsReadStrictly();
};

// Pins of whoever may not enter a key folder are not to be found on the machine afterwards.
void TestSealedOriginals::initTestCase()
{
    static const QTemporaryDir folder;
    qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
}

void TestSealedOriginals::comeBackAsTheyWere()
{
    const Place place;
    const auto store = place.open();
    const RecipientKey reviewer = newKey();
    const InteractionId id = sealedCall(place, reviewer).row.id;
    QVERIFY(showInteraction(*store, id)->sealed);
    const auto bodies = revealOriginals(*store, id, reviewer, "asked by the person concerned");
    QVERIFY_DONE(bodies);
    QCOMPARE(bodies->size(), std::size_t{2});
    QCOMPARE((*bodies)[1].in, BodyPart::Response);
    const std::vector<Original> &originals = (*bodies)[0].originals;
    QCOMPARE(originals.size(), std::size_t{2});
    QCOMPARE(std::string(originals[0].text.reveal()), first);
    QCOMPARE(std::string(originals[1].text.reveal()), second);
    QCOMPARE(originals[1].segment, 2);
    QVERIFY((originals[0].range == ByteRange{5, 15}));
    QVERIFY((originals[0].stored == ByteRange{5, 20}));
    QCOMPARE(originals[0].label, std::string("island"));
    const AuditEntry entry = listAudit(*store, 1)->front();
    QCOMPARE(entry.action, std::string("interaction.reveal"));
    QCOMPARE(entry.object, "interaction:" + id.value);
    QCOMPARE(entry.reason, std::string("asked by the person concerned"));
    QCOMPARE(entry.after, R"({"key":")" + reviewer.certificate().fingerprint + R"("})");
    QVERIFY(verifyAudit(*store)->ok);
    QVERIFY(!contentOf(place).contains(first.c_str()));
}

// The verdict in a later group than its request.
void TestSealedOriginals::whatComesApartComesBackTheSame()
{
    const Place place;
    const auto store = place.open();
    const RecipientKey reviewer = newKey();
    const InteractionId id = idAt(place.clock.now(), 1);
    RequestRecord call = requestRecord(id, place.clock.now());
    record(place, {call});
    QVERIFY(!showInteraction(*store, id)->sealed);
    VerdictRecord verdict = verdictRecord(id, VerdictKind::Masked);
    verdict.sealed = sealedFor(
        reviewer, {id, BodyPart::Response, {{0, {0, 10}, {0, 15}, "island", SecretString(first)}}});
    record(place, {}, {verdict});
    record(place, {}, {verdict});
    const auto bodies = revealOriginals(*store, id, reviewer, "why not");
    QVERIFY_DONE(bodies);
    QCOMPARE(bodies->size(), std::size_t{1});
    QCOMPARE(std::string(bodies->front().originals.front().text.reveal()), first);
}

void TestSealedOriginals::aWrongKeyOpensNothing()
{
    const Place place;
    const auto store = place.open();
    const InteractionId id = sealedCall(place, newKey()).row.id;
    const RecipientKey other = newKey();
    const auto bodies = revealOriginals(*store, id, other, "curious");
    QCOMPARE(bodies.error().kind, ErrorKind::NotPermitted);
    QVERIFY(why(bodies).contains("with this key"));
    // That it was tried stays known.
    QCOMPARE(listAudit(*store, 1)->front().after, R"({"key":")" + other.certificate().fingerprint + R"("})");
}

void TestSealedOriginals::aReasonIsNeeded()
{
    const Place place;
    const auto store = place.open();
    const RecipientKey reviewer = newKey();
    const InteractionId id = sealedCall(place, reviewer).row.id;
    for (const char *reason : {"", "  "})
        QCOMPARE(revealOriginals(*store, id, reviewer, reason).error().kind, ErrorKind::InvalidInput);
    QVERIFY(listAudit(*store, 1)->empty());
}

void TestSealedOriginals::nothingSealedIsSaid()
{
    const Place place;
    const auto store = place.open();
    const InteractionId id = idAt(place.clock.now(), 1);
    record(place, {requestRecord(id, place.clock.now())});
    const RecipientKey reviewer = newKey();
    QCOMPARE(revealOriginals(*store, id, reviewer, "x").error().kind, ErrorKind::Conflict);
    QCOMPARE(revealOriginals(*store, idAt({}, 9), reviewer, "x").error().kind, ErrorKind::NotFound);
    QCOMPARE(revealOriginals(*store, {"no id"}, reviewer, "x").error().kind, ErrorKind::NotFound);
}

// Whoever can write to the store moves one call's envelope to another.
void TestSealedOriginals::aForeignEnvelopeIsRefused()
{
    const Place place;
    const auto store = place.open();
    const RecipientKey reviewer = newKey();
    const InteractionId id = sealedCall(place, reviewer, 1).row.id;
    (void)sealedCall(place, reviewer, 2);
    Intruder(place.store())
        .run("UPDATE sealed_originals SET envelope = (SELECT max(o.envelope) FROM sealed_originals o "
             "WHERE o.body = 0 AND o.n <> sealed_originals.n) WHERE body = 0");
    const auto bodies = revealOriginals(*store, id, reviewer, "x");
    QCOMPARE(bodies.error().kind, ErrorKind::Corrupt);
    QVERIFY(why(bodies).contains("another call"));
}

void TestSealedOriginals::aDoctoredEnvelopeIsRefused()
{
    const RecipientKey reviewer = newKey();
    const InteractionId id = idAt({}, 1);
    const std::string envelope = sealedFor(reviewer, requestOriginals(id));
    QVERIFY_DONE(reviewer.unseal(envelope));
    for (std::size_t at = 0; at < envelope.size(); at += 7) {
        std::string doctored = envelope;
        doctored[at] = doctored[at] == 'A' ? 'B' : 'A';
        const auto opened = reviewer.unseal(doctored);
        QVERIFY2(!opened || opened->reveal() == toJson(requestOriginals(id)).reveal(), doctored.c_str());
        QVERIFY(!reviewer.unseal(std::string_view(envelope).substr(0, at)));
    }
}

void TestSealedOriginals::goWithWhatWasSaid()
{
    const Place place;
    const auto store = place.open();
    (void)sealedCall(place, newKey());
    QVERIFY_DONE(eraseContent(*store, {"ann@example.com", {}, "asked for"}));
    QCOMPARE(Intruder(place.store()).value("SELECT count(*) FROM sealed_originals"), std::string("0"));
}

void TestSealedOriginals::goWithTheirCalls()
{
    const Place place;
    const auto store = place.open();
    const RecipientKey reviewer = newKey();
    for (const int daysAgo : {200, 40, 1}) {
        const RequestRecord call = sealedCall(place, reviewer, daysAgo, daysAgo);
        QVERIFY_DONE(resolve(*store, seen(*store, {call.row.id}), Disposition::Benign, "fine"));
    }
    const auto kept = [&] { return Intruder(place.store()).value("SELECT count(*) FROM sealed_originals"); };
    QCOMPARE(kept(), std::string("6"));
    QVERIFY_DONE(applyRetention(*store));
    QCOMPARE(kept(), std::string("4"));
    QVERIFY_DONE(setBodyDays(*store, 20));
    QVERIFY_DONE(applyRetention(*store));
    QCOMPARE(kept(), std::string("2"));
    QCOMPARE(*countInteractions(*store, {}), 2);
}

void TestSealedOriginals::keysComeAndGo()
{
    const Place place;
    const auto store = place.open();
    const RecipientKey ann = newKey(), bob = newKey();
    QVERIFY_DONE(addReviewerKey(*store, "ann", ann.certificate()));
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("reviewer_key.add"));
    QCOMPARE(listAudit(*store, 1)->front().after, std::string(R"({"name":"ann"})"));
    QCOMPARE(addReviewerKey(*store, "ann", ann.certificate()).error().kind, ErrorKind::Conflict);
    QCOMPARE(addReviewerKey(*store, "", bob.certificate()).error().kind, ErrorKind::InvalidInput);
    QVERIFY_DONE(addReviewerKey(*store, "bob", bob.certificate()));
    auto rows = listReviewerKeys(*store);
    QVERIFY_DONE(rows);
    QCOMPARE(rows->size(), std::size_t{2});
    QVERIFY(rows->front().name == "ann" && rows->front().pinned);
    QCOMPARE(loadReviewers(*store)->trusted.size(), std::size_t{2});
    // What is sealed for both opens with either.
    const auto envelope = sealFor(loadReviewers(*store)->trusted, SecretString("x"));
    QVERIFY(ann.unseal(*envelope) && bob.unseal(*envelope));
    QVERIFY_DONE(removeReviewerKey(*store, ann.certificate().fingerprint));
    QCOMPARE(listAudit(*store, 1)->front().action, std::string("reviewer_key.remove"));
    QCOMPARE(removeReviewerKey(*store, ann.certificate().fingerprint).error().kind, ErrorKind::NotFound);
    QVERIFY(!ann.unseal(*sealFor(loadReviewers(*store)->trusted, SecretString("x"))));
}

void TestSealedOriginals::onlyTrustedKeysAreSealedFor()
{
    const Place place;
    const auto store = place.open();
    QVERIFY(loadReviewers(*store)->trusted.empty());
    QCOMPARE(loadReviewers(*store)->problem, std::string());
    const RecipientKey ann = newKey(), thief = newKey();
    QVERIFY_DONE(addReviewerKey(*store, "ann", ann.certificate()));
    Intruder(place.store())
        .run("INSERT INTO reviewer_key VALUES ('" + thief.certificate().fingerprint + "', 'thief', '"
            + thief.certificate().pem + "', 0, '')");
    auto reviewers = loadReviewers(*store);
    QVERIFY_DONE(reviewers);
    QCOMPARE(reviewers->trusted.size(), std::size_t{1});
    QCOMPARE(reviewers->trusted.front().fingerprint, ann.certificate().fingerprint);
    QVERIFY(reviewers->problem.find(thief.certificate().fingerprint.substr(0, 16)) != std::string::npos);
    // Nor does it help to put one's certificate in the place of a trusted one.
    Intruder(place.store())
        .run("UPDATE reviewer_key SET certificate = '" + thief.certificate().pem + "' WHERE name = 'ann'");
    QVERIFY(loadReviewers(*store)->trusted.empty());
    QVERIFY_DONE(pinReviewerKey(*store, thief.certificate().fingerprint));
    QVERIFY(!loadReviewers(*store)->trusted.empty());
    QCOMPARE(pinReviewerKey(*store, std::string(64, '0')).error().kind, ErrorKind::NotFound);
}

void TestSealedOriginals::aKeyFileTakesItsPassphrase()
{
    const RecipientKey key = newKey();
    const SecretString passphrase("correct horse battery staple");
    const auto file = key.encrypted(passphrase);
    QVERIFY_DONE(file);
    QVERIFY(file->reveal().starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
    const auto back = RecipientKey::read(*file, passphrase);
    QVERIFY_DONE(back);
    QCOMPARE(back->certificate().fingerprint, key.certificate().fingerprint);
    const auto envelope = sealFor({&key.certificate(), 1}, SecretString("words"));
    QCOMPARE(std::string(back->unseal(*envelope)->reveal()), std::string("words"));
    for (const char *wrong : {"", "correct horse", "Correct horse battery staple"})
        QCOMPARE(RecipientKey::read(*file, SecretString(wrong)).error().kind, ErrorKind::InvalidInput);
    const std::string text(file->reveal());
    for (const std::string &damaged : {text.substr(0, 200), text.substr(text.find("-----BEGIN CERT")),
             text.substr(0, text.find("-----BEGIN CERT")), std::string()})
        QCOMPARE(RecipientKey::read(SecretString(damaged), passphrase).error().kind, ErrorKind::InvalidInput);
}

void TestSealedOriginals::jsonIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto withOriginal = [](const char *original) {
        return QByteArray(R"({"call":"x","in":"request","originals":[)") + original + "]}";
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no originals") << QByteArray(R"({"call":"x","in":"request"})");
    QTest::newRow("of another call") << QByteArray(R"({"call":"y","in":"request","originals":[]})");
    QTest::newRow("of another body") << QByteArray(R"({"call":"x","in":"response","originals":[]})");
    QTest::newRow("no text") << withOriginal(R"({"segment":0,"range":[0,1],"stored":[0,1],"label":"l"})");
    QTest::newRow("half a range") << withOriginal(
        R"({"segment":0,"range":[0],"stored":[0,1],"label":"l","text":"t"})");
    QTest::newRow("a negative place")
        << withOriginal(R"({"segment":0,"range":[-1,1],"stored":[0,1],"label":"l","text":"t"})");
}

void TestSealedOriginals::jsonIsReadStrictly()
{
    QFETCH(QByteArray, text);
    const auto read = originalsFromJson(text.toStdString(), {"x"}, BodyPart::Request);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Corrupt);
}

QTEST_GUILESS_MAIN(TestSealedOriginals)
#include "tst_sealed_originals.moc"
