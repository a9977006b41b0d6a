// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"
#include "core/checks/known_secrets/fingerprint.h"
#include "core/policy/compiled_policy.h"
#include "recipe_book.h"

#include <QTest>
#include <random>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;
using gatehouse::test::RecipeBook;

namespace {

const SecretString key("a key that is kept elsewhere");

CheckEnvironment withKey(const SecretString &fingerprintKey = key)
{
    return {fingerprintKey};
}

std::string parametersFor(const std::vector<std::string> &secrets)
{
    std::string out;
    for (std::size_t i = 0; i < secrets.size(); ++i)
        out += (i ? "," : "") + std::string(R"({"id":"s)") + std::to_string(i) + R"(","fingerprint":")"
            + *fingerprintOf(key, secrets[i]) + "\"}";
    return R"({"secrets":[)" + out + "]}";
}

bool wordByte(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool boundary(const std::string &text, std::size_t at)
{
    return at == 0 || at == text.size() || !wordByte(text[at - 1]) || !wordByte(text[at]);
}

// The slow twin: searches for the secrets themselves.
std::vector<std::pair<std::size_t, std::size_t>> placesOf(
    const std::string &text, const std::vector<std::string> &secrets)
{
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const std::string &secret : secrets) {
            const std::size_t end = at + secret.size();
            if (text.compare(at, secret.size(), secret) == 0 && boundary(text, at) && boundary(text, end))
                out.emplace_back(at, end);
        }
    }
    return out;
}

} // namespace

class TestKnownSecretsCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSecretIsFoundWhereverItStands_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after);
        };
        row("alone", "", "");
        row("in prose", "use ", " for now");
        row("at the end of a sentence", "it is ", ".");
        row("assigned", "DB_PASS=", "\nDB_USER=app");
        row("quoted", "password: \"", "\",");
        row("in a URL", "postgres://app:", "@db.example.com/shop");
        row("in a query", "https://example.com/?key=", "&page=2");
        row("after a prefix", "prod_", "_old");
        row("between letters of another script", "пароль", "что");
    }
    void aSecretIsFoundWhereverItStands()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const std::string secret = "Tr0ub4dor-and-3xtra";
        const CheckRunner runner("known_secrets", parametersFor({secret}), withKey());
        const std::string start = before.toStdString();
        const CheckReport report = runner.run(start + secret + after.toStdString());
        QCOMPARE(describe(report),
            QStringLiteral("known-secret/s0@%1-%2").arg(start.size()).arg(start.size() + secret.size()));
        QCOMPARE(report.outcome, CheckOutcome::Fail);
    }

    void otherTextsPass()
    {
        const std::string secret = "Tr0ub4dor-and-3xtra";
        const CheckRunner runner("known_secrets", parametersFor({secret}), withKey());
        for (const std::string &text :
            {std::string("nothing here"), "x" + secret, secret + "7", secret.substr(1),
                secret.substr(0, secret.size() - 1), std::string("tr0ub4dor-and-3xtra"), std::string()})
            QVERIFY2(runner.run(text).outcome == CheckOutcome::Pass, text.c_str());
        QCOMPARE(runner.run("some words").bytesRead, std::uint64_t(10));
    }

    void manySecretsAndPhrases()
    {
        RecipeBook book;
        std::vector<std::string> secrets{"correct horse battery staple", "line one\nline two of a key"};
        for (int i = 0; i < 300; ++i)
            secrets.push_back(book.cook(i % 3 ? "%w16" : "%s24"));
        const CheckRunner runner("known_secrets", parametersFor(secrets), withKey());
        std::string text;
        for (const std::string &secret : secrets)
            text += "<" + secret + "> ";
        QCOMPARE(runner.run(text).findings.size(), secrets.size());
    }

    // Equal to a search for the secrets themselves, on texts made of their pieces.
    void findsWhatASearchFinds()
    {
        std::minstd_rand random(7);
        const std::vector<std::string> secrets{
            "abcd-1234", "1234-abcd-1234", "two words", "a=b&c=d==", "-----x--y"};
        const std::vector<std::string> pieces{"abcd", "1234", "-", " ", "two", "words", "a=b", "&c=d",
            "==", "\n", "-----x--y", "é", "two words", "abcd-1234"};
        const CheckRunner runner("known_secrets", parametersFor(secrets), withKey());
        int found = 0;
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (int i = 0; i < 8; ++i)
                text += pieces[random() % pieces.size()];
            const auto places = placesOf(text, secrets);
            const CheckReport report = runner.run(text);
            std::vector<bool> expected(text.size()), marked(text.size());
            for (const auto &[start, end] : places)
                std::fill(expected.begin() + static_cast<long>(start),
                    expected.begin() + static_cast<long>(end), true);
            for (const CheckFinding &finding : report.findings)
                std::fill(marked.begin() + static_cast<long>(finding.range.start),
                    marked.begin() + static_cast<long>(finding.range.end), true);
            QVERIFY2(expected == marked, text.c_str());
            found += static_cast<int>(places.size());
        }
        QVERIFY(found > 100);
    }

    // What check.h promises of a text that ends anywhere.
    void aCutTextIsDecided()
    {
        const std::string secret = "abcd-1234-efgh";
        const CheckRunner runner("known_secrets", parametersFor({secret}), withKey());
        const std::size_t decisive = *runner.check()->decisiveBytes();
        QCOMPARE(decisive, secret.size() + 1);
        const std::string text = "a " + secret + "5 b " + secret + " c";
        for (std::size_t end = 0; end <= text.size(); ++end) {
            for (const auto &[start, unused] : placesOf(text, {secret})) {
                if (start + decisive > end)
                    continue;
                const CheckReport report = runner.run(text.substr(0, end));
                QCOMPARE(report.findings.size(), std::size_t(1));
                QCOMPARE(report.findings.front().range.start, start);
            }
        }
        const CheckRunner longOne("known_secrets", parametersFor({std::string(200, 'k')}), withKey());
        QVERIFY(!longOne.check()->decisiveBytes());
    }

    void withoutTheKeyItIsAnError()
    {
        const std::string parameters = parametersFor({"a-known-secret"});
        const CheckReport none = CheckRunner("known_secrets", parameters).run("a-known-secret");
        QCOMPARE(none.outcome, CheckOutcome::Error);
        QCOMPARE(none.reason, std::string("no_fingerprint_key"));
        const CheckReport other
            = CheckRunner("known_secrets", parameters, withKey(SecretString("quite another key")))
                  .run("a-known-secret");
        QCOMPARE(other.outcome, CheckOutcome::Error);
        QCOMPARE(other.reason, std::string("other_fingerprint_key"));
    }

    void theKeyReachesTheCheckThroughThePolicy()
    {
        const std::string json
            = R"({"format":"gatehouse-policy/1","name":"p","rules":[{"id":"own","stage":"request",
            "check":{"kind":"known_secrets",)"
            + parametersFor({"a-known-secret"}).substr(1) + R"(,"action":"mask","severity":"high"}]})";
        RequestMessage request;
        request.segments.resize(1);
        request.segments[0].text = "say a-known-secret aloud";
        EvaluationInput input;
        input.request = &request;
        input.call.request = &request.facts;
        const auto keyed = CompiledPolicy::fromJson(json, withKey());
        QVERIFY(keyed.has_value());
        const Evaluation found = (*keyed)->evaluate(input);
        QCOMPARE(found.verdict.kind, VerdictKind::Masked);
        QCOMPARE(found.sensitive.size(), std::size_t(1));
        QCOMPARE(applyMasks(request.segments[0].text, found.masks),
            std::string("say [masked:known-secret/s0] aloud"));
        const auto bare = CompiledPolicy::fromJson(json);
        QVERIFY(bare.has_value());
        QCOMPARE((*bare)->evaluate(input).verdict.kind, VerdictKind::Blocked);
    }

    void aFingerprintSaysLittle()
    {
        const std::string secret = "hunter2-hunter2";
        const std::string written = *fingerprintOf(key, secret);
        const auto parsed = parseFingerprint(written);
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->length, secret.size());
        QVERIFY(!parsed->spaced);
        QCOMPARE(written, *fingerprintOf(key, secret));
        const std::string other = *fingerprintOf(SecretString("quite another key"), secret);
        for (const std::size_t from : {4U, 16U, 21U}) // key id, gate, proof
            QVERIFY(written.substr(from, 4) != other.substr(from, 4));
        QVERIFY(parseFingerprint(*fingerprintOf(key, "two words"))->spaced);
    }

    void badFingerprintsAreRefused()
    {
        const std::string good = *fingerprintOf(key, "a-known-secret");
        for (const std::string &bad : {std::string(), std::string("kf1:"), "kf2" + good.substr(3),
                 good.substr(0, good.size() - 1), good + "0", "kf1:0123456g" + good.substr(12)})
            QVERIFY2(!parseFingerprint(bad), bad.c_str());
        QVERIFY(!fingerprintOf(key, "short"));
        QVERIFY(!fingerprintOf(key, std::string(9000, 'x')));
        QVERIFY(!fingerprintOf(SecretString("short key"), "a-known-secret"));
        const CheckRunner runner(
            "known_secrets", R"({"secrets":[{"id":"a","fingerprint":"kf1:nothing"}]})", withKey());
        QVERIFY(!runner.check());
        QCOMPARE(runner.error().where, std::string("secrets/0/fingerprint"));
        QVERIFY(!CheckRunner("known_secrets", "{}", withKey()).check());
    }

    void lengthsAreBounded()
    {
        std::vector<std::string> secrets;
        for (std::size_t i = 0; i < 129; ++i)
            secrets.emplace_back(std::string(10 + i, 'x'));
        QVERIFY(!CheckRunner("known_secrets", parametersFor(secrets), withKey()).check());
        secrets.pop_back();
        QVERIFY(CheckRunner("known_secrets", parametersFor(secrets), withKey()).check());
    }
};

QTEST_GUILESS_MAIN(TestKnownSecretsCheck)
#include "tst_known_secrets_check.moc"
