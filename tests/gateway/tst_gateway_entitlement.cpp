// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// What a key may use, beyond routes: model patterns, addresses, sizes, metadata, tools an answer calls.

#include "gateway_place.h"
#include "tests/core/access/token_issuer.h"

#include <QtTest>

using namespace gatehouse;
using namespace gatehouse::gateway::test;
using gatehouse::test::TokenIssuer;
using store::Outcome;

class TestGatewayEntitlement : public QObject {
    Q_OBJECT

private slots:
    void modelsMayBePatterns();
    void addressesAreJudgedBeforeTheBody();
    void aRevokedKeyIsToldNothingElse();
    void metadataIsRequired();
    void inputIsBounded_data();
    void inputIsBounded();
    void outputIsBounded_data();
    void outputIsBounded();
    void anAnswerMayNotCallAForeignTool_data();
    void anAnswerMayNotCallAForeignTool();
    void aRotatedKeyHasTwoSecrets();
    void aUsersTokenIsVerified();
    void aKeyMayDemandAUser();
};

namespace {

using Change = std::function<void(store::NewKeyRequest &)>;

std::string keyWith(GatewayPlace &place, const Change &change)
{
    return std::string(place.issueKey(change).text.reveal());
}

std::string body(const std::string &text, const std::string &more = "")
{
    return R"({"model":"sandbox-small")" + more + R"(,"messages":[{"role":"user","content":")" + text
        + R"("}]})";
}

// The word is blocked for users of one department.
std::string salesPolicy()
{
    return "{\"format\":\"gatehouse-policy/1\",\"name\":\"test\",\"rules\":[{\"id\":\"no-blockword\","
           "\"stage\":\"request\",\"when\":{\"field\":\"claim.department\",\"equals\":\"sales\"},"
           "\"check\":{\"kind\":\"keywords\",\"keywords\":[\"blockword\"]},\"action\":\"block\","
           "\"severity\":\"high\"}]}";
}

std::string userClaims(const std::string &department)
{
    const auto expires = QDateTime::currentSecsSinceEpoch() + 600;
    return "{\"iss\":\"https://id.example\",\"aud\":\"gatehouse\",\"sub\":\"u-17\",\"department\":\""
        + department + "\",\"exp\":" + std::to_string(expires) + "}";
}

void acceptTokensOf(const TokenIssuer &issuer, const QTemporaryDir &folder, GatewayPlace &place)
{
    QFile file(folder.filePath("jwks.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(issuer.jwks())) < 0)
        qFatal("no key file");
    place.config.users = {"https://id.example", "gatehouse", file.fileName().toStdString()};
}

std::string withToken(std::string request, const std::string &token)
{
    return request.insert(request.find("\r\n") + 2, "x-gatehouse-user-token: " + token + "\r\n");
}

} // namespace

void TestGatewayEntitlement::modelsMayBePatterns()
{
    GatewayPlace place;
    const std::string key = keyWith(place, [](auto &request) {
        request.entitlement.models = {"sandbox-s*", "gpt-4?"};
    });
    place.start();
    QCOMPARE(place.call(chatRequest(key, chatBody("hi"))).status, 200);
    QCOMPARE(place.call(chatRequest(key, chatBody("hi", false, "sandbox-large"))).status, 403);
    const HttpAnswer models = place.call(getRequest(key, "/v1/models"));
    QCOMPARE(models.json("data.0.id"), std::string("sandbox-small"));
    QCOMPARE(models.json("data.1.id"), std::string("(missing)"));
}

void TestGatewayEntitlement::addressesAreJudgedBeforeTheBody()
{
    GatewayPlace place;
    const std::string near = keyWith(place, [](auto &request) {
        request.entitlement.addresses = {"127.0.0.0/8", "::1"};
    });
    const std::string far = keyWith(place, [](auto &request) {
        request.entitlement.addresses = {"10.0.0.0/8", "2001:db8::/32"};
    });
    place.start();
    QCOMPARE(place.call(chatRequest(near, chatBody("hi"))).status, 200);
    HttpClient client(place.port());
    // The body never comes.
    client.send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + far
        + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
    const HttpAnswer refused = client.receive();
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json("error.code"), std::string("address_not_allowed"));
    QCOMPARE(place.newest().topCheck, std::string("entitlement"));
}

void TestGatewayEntitlement::aRevokedKeyIsToldNothingElse()
{
    GatewayPlace place;
    const auto issued = place.issueKey([](auto &request) {
        request.entitlement.addresses = {"10.0.0.0/8"};
        request.limits = {*parseLimit("1requests/hour")};
    });
    QVERIFY(store::revokeKey(place.store(), issued.row.record.id, ""));
    place.start();
    const HttpAnswer refused = place.call(chatRequest(std::string(issued.text.reveal()), chatBody("hi")));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json("error.code"), std::string("key_revoked"));
    QVERIFY(refused.field("x-ratelimit-limit-requests").empty());
}

void TestGatewayEntitlement::metadataIsRequired()
{
    GatewayPlace place;
    const std::string key = keyWith(place, [](auto &request) {
        request.entitlement.requiredMetadata = {"ticket", "owner"};
    });
    place.start();
    const HttpAnswer refused
        = place.call(chatRequest(key, body("hi", R"(,"metadata":{"ticket":"T-1","owner":""})")));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json("error.code"), std::string("metadata_required"));
    QVERIFY(refused.json("error.message").find("ticket, owner") != std::string::npos);
    QCOMPARE(place.call(chatRequest(key, body("hi"))).status, 403);
    QCOMPARE(
        place.call(chatRequest(key, body("hi", R"(,"metadata":{"ticket":"T-1","owner":"me"})"))).status, 200);
}

void TestGatewayEntitlement::inputIsBounded_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("with a length") << false;
    QTest::newRow("in chunks") << true;
}

void TestGatewayEntitlement::inputIsBounded()
{
    QFETCH(bool, chunked);
    GatewayPlace place;
    const std::string key = keyWith(place, [](auto &request) { request.entitlement.maxInputBytes = 300; });
    place.start();
    QCOMPARE(place.call(chatRequest(key, body("hi"))).status, 200);
    const std::string large = body(std::string(400, 'a'));
    std::string request = chatRequest(key, large);
    if (chunked) {
        const std::string head = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + key + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        request = head + QByteArray::number(static_cast<int>(large.size()), 16).toStdString() + "\r\n" + large
            + "\r\n0\r\n\r\n";
    }
    const HttpAnswer refused = place.call(request);
    QCOMPARE(refused.status, 413);
    QVERIFY(refused.json("error.message").find("300 bytes") != std::string::npos);
    QCOMPARE(place.call(chatRequest(place.key(), large)).status, 200);
}

void TestGatewayEntitlement::outputIsBounded_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<int>("status");
    QTest::newRow("not named") << "" << 403;
    QTest::newRow("too many") << R"(,"max_tokens":201)" << 403;
    QTest::newRow("as many as may be") << R"(,"max_completion_tokens":200)" << 200;
}

void TestGatewayEntitlement::outputIsBounded()
{
    QFETCH(QString, more);
    QFETCH(int, status);
    GatewayPlace place;
    const std::string key = keyWith(place, [](auto &request) { request.entitlement.maxOutputTokens = 200; });
    place.start();
    const HttpAnswer answer = place.call(chatRequest(key, body("hi", more.toStdString())));
    QCOMPARE(answer.status, status);
    if (status != 200)
        QCOMPARE(answer.json("error.code"), std::string("output_limit"));
}

void TestGatewayEntitlement::anAnswerMayNotCallAForeignTool_data()
{
    QTest::addColumn<bool>("stream");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("plain, its own") << false << "lookup" << true;
    QTest::newRow("plain, foreign") << false << "delete_all" << false;
    QTest::newRow("streamed, its own") << true << "lookup" << true;
    QTest::newRow("streamed, foreign") << true << "delete_all" << false;
}

void TestGatewayEntitlement::anAnswerMayNotCallAForeignTool()
{
    QFETCH(bool, stream);
    QFETCH(QString, tool);
    QFETCH(bool, allowed);
    GatewayPlace place;
    place.start();
    const HttpAnswer answer = place.ask("sandbox: tool " + tool.toStdString(), stream);
    const store::InteractionRow row = place.newest();
    QCOMPARE(answer.body.find("arguments") != std::string::npos, allowed);
    if (allowed) {
        QCOMPARE(answer.status, 200);
        QCOMPARE(row.outcome, Outcome::Completed);
        return;
    }
    QVERIFY(answer.body.find("tool_not_allowed") != std::string::npos);
    QCOMPARE(row.verdict, VerdictKind::Blocked);
    QCOMPARE(row.topCheck, std::string("entitlement"));
    QCOMPARE(row.outcome, stream ? Outcome::Cut : Outcome::Refused);
}

void TestGatewayEntitlement::aRotatedKeyHasTwoSecrets()
{
    GatewayPlace place;
    const auto before = place.issueKey();
    const auto after = store::rotateKey(place.store(), before.row.record.id, std::chrono::hours(1), "");
    QVERIFY(after);
    place.start();
    for (const auto &text : {before.text, after->text})
        QCOMPARE(place.call(chatRequest(std::string(text.reveal()), chatBody("hi"))).status, 200);
    QCOMPARE(place.newest().key, before.row.record.id);
}

void TestGatewayEntitlement::aUsersTokenIsVerified()
{
    GatewayPlace place(salesPolicy());
    const TokenIssuer issuer("ES256");
    const QTemporaryDir folder;
    acceptTokensOf(issuer, folder, place);
    place.start();
    const std::string sales = issuer.sign(userClaims("sales")), finance = issuer.sign(userClaims("finance"));
    QCOMPARE(place.call(withToken(chatRequest(place.key(), chatBody("blockword")), finance)).status, 200);
    QCOMPARE(place.detail(place.newest().id).endUser, std::string("u-17"));
    QCOMPARE(place.call(withToken(chatRequest(place.key(), chatBody("blockword")), sales)).status, 400);
    QCOMPARE(place.ask("blockword").status, 200);
    QCOMPARE(place.detail(place.newest().id).endUser, std::string());
    const TokenIssuer stranger("ES256");
    const HttpAnswer forged = place.call(
        withToken(chatRequest(place.key(), chatBody("hi")), stranger.sign(userClaims("finance"))));
    QCOMPARE(forged.status, 403);
    QCOMPARE(forged.json("error.code"), std::string("user_token_invalid"));
    QCOMPARE(place.newest().topCheck, std::string("entitlement"));
}

void TestGatewayEntitlement::aKeyMayDemandAUser()
{
    GatewayPlace place;
    const TokenIssuer issuer("EdDSA");
    const QTemporaryDir folder;
    acceptTokensOf(issuer, folder, place);
    const std::string key = keyWith(place, [](auto &request) { request.entitlement.requiresUser = true; });
    place.start();
    const std::string request = chatRequest(key, chatBody("hi"));
    const HttpAnswer refused = place.call(request);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json("error.code"), std::string("user_required"));
    QCOMPARE(place.call(withToken(request, issuer.sign(userClaims("sales")))).status, 200);
    QCOMPARE(place.call(withToken(request, "no.token.atall")).status, 403);
    place.stop();
    place.config.users = {};
    place.start();
    QCOMPARE(place.call(withToken(request, issuer.sign(userClaims("sales")))).status, 403);
}

QTEST_GUILESS_MAIN(TestGatewayEntitlement)
#include "tst_gateway_entitlement.moc"
