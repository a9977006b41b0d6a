// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/user_token.h"
#include "tests/core/access/token_issuer.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

const Timestamp noon = *fromRfc3339("2026-05-05T12:00:00Z");
const std::int64_t noonSeconds = toMicros(noon) / 1'000'000;

std::string claims(const std::string &more = {}, std::int64_t expires = 300)
{
    return "{\"iss\":\"https://id.example\",\"aud\":[\"other\",\"gatehouse\"],\"sub\":\"u-17\",\"exp\":"
        + std::to_string(noonSeconds + expires) + more + "}";
}

TokenRules rulesOf(const TokenIssuer &issuer)
{
    return {*VerificationKeys::fromJson(issuer.jwks()), "https://id.example", "gatehouse"};
}

} // namespace

// Tokens of end users, good and bad.
class TestUserToken : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatIsSigned_data()
    {
        QTest::addColumn<QString>("algorithm");
        for (const char *algorithm : {"RS256", "ES256", "EdDSA"})
            QTest::newRow(algorithm) << algorithm;
    }
    void acceptsWhatIsSigned()
    {
        QFETCH(QString, algorithm);
        const TokenIssuer issuer(algorithm.toStdString());
        const std::string token
            = issuer.sign(claims(",\"admin\":true,\"level\":3,\"groups\":[\"a\",\"b\"],\"deep\":{\"x\":1}"));
        const auto user = verifyUserToken(token, rulesOf(issuer), noon);
        QVERIFY2(user, user ? "" : user.error().line().c_str());
        QCOMPARE(user->subject, std::string("u-17"));
        QCOMPARE(user->claims.at("admin"), std::string("true"));
        QCOMPARE(user->claims.at("level"), std::string("3"));
        QCOMPARE(user->claims.at("groups"), std::string("a,b"));
        QVERIFY(!user->claims.contains("deep"));
    }

    void refusesEveryOtherByte_data() { acceptsWhatIsSigned_data(); }
    void refusesEveryOtherByte()
    {
        QFETCH(QString, algorithm);
        const TokenIssuer issuer(algorithm.toStdString());
        const TokenRules rules = rulesOf(issuer);
        const std::string token = issuer.sign(claims());
        for (std::size_t i = 0; i < token.size(); i += 7) {
            std::string changed = token;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY(!verifyUserToken(changed, rules, noon));
            QVERIFY(!verifyUserToken(token.substr(0, i), rules, noon));
        }
    }

    void refusesWrongClaims_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, std::string text, const char *why) {
            QTest::newRow(name) << QString::fromStdString(text) << why;
        };
        const auto without = [](const std::string &part, const std::string &instead) {
            std::string text = claims();
            return text.replace(text.find(part), part.size(), instead);
        };
        row("another issuer", without("https://id.example", "https://other.example"), "issuer");
        row("another audience", without("gatehouse", "somebody"), "audience");
        row("no audience", without("\"aud\":[\"other\",\"gatehouse\"],", ""), "audience");
        row("no subject", without("u-17", ""), "no user");
        row("a line feed in it", without("u-17", "u\\n17"), "no user");
        row("expired", claims({}, -61), "expired");
        row("never expires", without("\"exp\"", "\"never\""), "expires");
        row("expires in words", without("\"exp\":", "\"exp\":\"soon\",\"x\":"), "expires");
        row("not yet", claims(",\"nbf\":" + std::to_string(noonSeconds + 120)), "not valid yet");
        row("begins in words", claims(",\"nbf\":\"now\""), "not valid yet");
        row("made tomorrow", claims(",\"iat\":" + std::to_string(noonSeconds + 86400)), "not valid yet");
        row("the same twice", claims(",\"sub\":\"root\""), "malformed");
        row("no object", "[]", "malformed");
        row("no JSON", "sub=u-17", "malformed");
    }
    void refusesWrongClaims()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const TokenIssuer issuer("ES256");
        const auto user = verifyUserToken(issuer.sign(text.toStdString()), rulesOf(issuer), noon);
        QVERIFY(!user);
        QVERIFY2(QString::fromStdString(user.error().what).contains(why), user.error().what.c_str());
    }

    void forgivesClocksAMinute()
    {
        const TokenIssuer issuer("EdDSA");
        QVERIFY(verifyUserToken(issuer.sign(claims({}, -59)), rulesOf(issuer), noon));
    }

    void refusesOtherHeaders_data()
    {
        QTest::addColumn<QString>("header");
        QTest::newRow("none") << "{\"alg\":\"none\"}";
        QTest::newRow("a shared secret") << "{\"alg\":\"HS256\",\"kid\":\"k1\"}";
        QTest::newRow("the other kind of key") << "{\"alg\":\"ES256\",\"kid\":\"k1\"}";
        QTest::newRow("another key") << "{\"alg\":\"RS256\",\"kid\":\"k2\"}";
        QTest::newRow("an extension") << "{\"alg\":\"RS256\",\"kid\":\"k1\",\"crit\":[\"exp\"]}";
        QTest::newRow("said twice") << "{\"alg\":\"RS256\",\"alg\":\"RS256\",\"kid\":\"k1\"}";
    }
    void refusesOtherHeaders()
    {
        QFETCH(QString, header);
        const TokenIssuer issuer("RS256");
        const TokenRules rules = rulesOf(issuer);
        QVERIFY(verifyUserToken(issuer.sign(claims(), "{\"alg\":\"RS256\"}"), rules, noon));
        QVERIFY(!verifyUserToken(issuer.sign(claims(), header.toStdString()), rules, noon));
    }

    void refusesAnotherIssuersKey()
    {
        const TokenIssuer issuer("RS256"), stranger("RS256");
        QVERIFY(!verifyUserToken(stranger.sign(claims()), rulesOf(issuer), noon));
    }

    void readsKeySets_data()
    {
        QTest::addColumn<QString>("json");
        for (const char *json : {"", "{}", "[]", "{\"keys\":[]}", "{\"keys\":[7]}",
                 "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}",
                 "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}",
                 "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}",
                 "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}]}",
                 "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AA\"}]}"})
            QTest::newRow(*json ? json : "empty") << json;
    }
    void readsKeySets()
    {
        QFETCH(QString, json);
        QVERIFY(!VerificationKeys::fromJson(json.toStdString()));
    }

    void decodesBase64Url()
    {
        QCOMPARE(decodeBase64Url("-_-_").value(), std::string("\xfb\xff\xbf", 3));
        QCOMPARE(decodeBase64Url("YQ").value(), std::string("a"));
        QCOMPARE(decodeBase64Url("").value(), std::string());
        for (const char *text : {"Y", "YR", "YQ==", "Y Q", "+/+/", "YQ\n"})
            QVERIFY2(!decodeBase64Url(text), text);
    }
};

QTEST_APPLESS_MAIN(TestUserToken)
#include "tst_user_token.moc"
