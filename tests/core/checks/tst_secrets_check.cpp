// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"
#include "core/access/virtual_key.h"
#include "core/checks/secrets/secret_kind.h"
#include "core/checks/secrets/token_checksum.h"
#include "recipe_book.h"
#include "secret_recipes.h"

#include <QTest>
#include <boost/crc.hpp>
#include <set>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;
using gatehouse::test::findingOf;
using gatehouse::test::RecipeBook;
using gatehouse::test::SecretRecipe;
using gatehouse::test::secretRecipes;

namespace {

std::vector<SecretKind> allKinds()
{
    std::vector<SecretKind> kinds;
    for (const SecretPack pack :
        {SecretPack::Vendor, SecretPack::PrivateKeys, SecretPack::ConnectionStrings, SecretPack::Generic}) {
        for (SecretKind &kind : secretsOf(pack))
            kinds.push_back(std::move(kind));
    }
    return kinds;
}

// A token whose last six digits are the CRC-32 of the thirty before them.
std::string withCrc(const std::string &prefix, const std::string &body)
{
    static constexpr std::string_view base62
        = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    boost::crc_32_type crc;
    crc.process_bytes(body.data(), body.size());
    std::string digits(6, '0');
    std::uint32_t value = crc.checksum();
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value /= 62)
        *digit = base62[value % 62];
    return prefix + body + digits;
}

} // namespace

class TestSecretsCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindIsFound_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("text");
        RecipeBook book;
        for (const SecretRecipe &recipe : secretRecipes()) {
            const std::string name(recipe.label);
            QTest::addRow("%s", name.c_str())
                << QString::fromStdString(name) << QString::fromStdString(book.cook(recipe.recipe));
        }
    }
    // Several kinds may know one text; whatever its name, all of the value must be found.
    void everyKindIsFound()
    {
        QFETCH(QString, text);
        const std::string sentence = "Look at this: " + text.toStdString() + " and tell me why.";
        const CheckReport report = m_runner.run(sentence);
        QVERIFY2(report.outcome == CheckOutcome::Fail, qPrintable(text));
        QVERIFY(*report.score >= 0.6);
    }

    void everyKindHasARecipe()
    {
        std::set<std::string_view> tried;
        for (const SecretRecipe &recipe : secretRecipes())
            tried.insert(recipe.label);
        for (const SecretKind &kind : allKinds()) {
            const bool byName
                = kind.label.ends_with("-credential"); // all made by one template, see the next test
            const bool special = kind.label == "gatehouse-virtual-key";
            QVERIFY2(byName || special || tried.contains(kind.label), kind.label.c_str());
        }
    }

    void everyKindIsFoundByItsOwnPattern()
    {
        RecipeBook book;
        const std::vector<SecretKind> kinds = allKinds();
        for (const SecretRecipe &recipe : secretRecipes()) {
            const std::string text = book.cook(recipe.recipe);
            bool found = false;
            for (const SecretKind &kind : kinds) {
                if (kind.label != recipe.label)
                    continue;
                PatternSetBuilder builder;
                const Pattern pattern = *builder.add({kind.expression, kind.anchor, kind.caseless});
                const bool hit = (*builder.build())->scan(text).contains(pattern.id());
                pattern.forEachSpan(text, [&](ByteRange) {
                    found = hit;
                    return false;
                });
            }
            QVERIFY2(found, (std::string(recipe.label) + ": " + text).c_str());
        }
    }

    void aVendorsNameTells()
    {
        RecipeBook book;
        QVERIFY(findingOf(m_runner.run("NETLIFY_AUTH_TOKEN=" + book.cook("%w43")), "netlify-credential"));
        QVERIFY(findingOf(m_runner.run("my twilio auth token is " + book.cook("%h32")), "twilio-credential"));
        QVERIFY(
            findingOf(m_runner.run("\"heroku_api_key\": \"" + book.cook("%g") + "\""), "heroku-credential"));
        QCOMPARE(m_runner.run("netlify sha256:" + book.cook("%h64")).outcome, CheckOutcome::Pass);
    }

    void thereAreManyKinds()
    {
        std::set<std::string> labels;
        for (const SecretKind &kind : allKinds())
            labels.insert(kind.label);
        QVERIFY(labels.size() >= 400);
    }

    // What check.h promises of a text cut anywhere after the decisive bytes.
    void aCutTokenIsFoundFromItsStart()
    {
        const std::size_t decisive = *m_runner.check()->decisiveBytes();
        QVERIFY(decisive <= 128);
        RecipeBook book;
        int longOnes = 0;
        for (const SecretRecipe &recipe : secretRecipes()) {
            const std::string text = "Look: " + book.cook(recipe.recipe);
            const CheckReport whole = m_runner.run(text);
            for (const CheckFinding &finding : whole.findings) {
                if (finding.range.size() <= decisive)
                    continue;
                ++longOnes;
                for (const std::size_t seen : {decisive, decisive + 7, finding.range.size() - 1}) {
                    const CheckReport cut = m_runner.run(text.substr(0, finding.range.start + seen));
                    const bool same = !cut.findings.empty()
                        && cut.findings.back().range.start == finding.range.start
                        && cut.findings.back().range.end == finding.range.start + seen;
                    QVERIFY2(same, (std::string(recipe.label) + " cut at " + std::to_string(seen)).c_str());
                }
            }
        }
        QVERIFY(longOnes >= 15);
    }

    void aBlockEndsAtItsEndLine()
    {
        const std::string block = "-----BEGIN PRI"
                                  "VATE KEY-----\nTm90QVJlYWxLZXlKdXN0Rm9yVGhpc1Rlc3Q\n-----END PRI"
                                  "VATE KEY-----";
        const CheckReport report = m_runner.run("a\n" + block + "\nb and more words");
        QCOMPARE(describe(report), QStringLiteral("private-key@2-%1").arg(2 + block.size()));
        QCOMPARE(m_runner
                     .run("a file begins with -----BEGIN PRI"
                          "VATE KEY----- as you know")
                     .outcome,
            CheckOutcome::Pass);
    }

    void lookAlikesPass_data()
    {
        QTest::addColumn<QString>("text");
        const auto row
            = [](const char *name, const char *text) { QTest::newRow(name) << QString::fromUtf8(text); };
        row("documentation example",
            "aws_access_key_id = AKIA"
            "IOSFODNN7EXAMPLE");
        row("documentation secret",
            "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY"
            "EXAMPLEKEY");
        row("subresource integrity",
            R"("integrity": "sha512-OfX7E2oUDYxtBvsuS4e/jSn4Q9Qb6DzgeYtsAdkPZ47znpoNsMgZw0+tVijiv3uGNR6dgNlty6r9rzIzHjtd/A==")");
        row("go.sum", "example.org/lib v1.2.3 h1:jFzHGLGAlb3ruxLB8MhbI6A8+AQX/2eW4qeyNZXNp2o=");
        row("image digest",
            "image: app@sha256:aff309cad68386d070c415ed7e70cad194619229aff309cad68386d070c415ed");
        row("poetry hash",
            R"({file = "a.whl", hash = "sha256:dd15245c8b68fe2b6bd0f32c1556509d11bb33aec9b5d0866dd8e2ed3dba09c2"})");
        row("uuid", "trace_id=fcf7f49d-c917-42a3-bd58-9cab301ba988 span ok");
        row("git commit", "commit 9fceb02d0ae598e95dc970b74767f19372d61af8");
        row("etag", R"(ETag: "d0bf976f7deb6f28d60cf2cd1be069039a9dd9e9")");
        row("data uri",
            "<img "
            "src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4\">");
        row("variable", "password: ${DB_PASSWORD}");
        row("environment", R"(token = os.environ["GITHUB_TOKEN"])");
        row("template", "API_KEY=<your-api-key>");
        row("stars", "password = \"************\"");
        row("filler", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
        row("url with variables", "https://${USER}:${PASS}@example.com/");
        row("sample url", "https://user:password@example.com/");
        row("prose", "The password must have twelve characters, and the token is stored in a vault.");
        row("public key", "public_key = \"9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit\"");
        row("identifier", "const secretName = \"payments-database-credentials\"");
        row("version", "api_version=rc0.13.0_20230412_0712-SNAPSHOT");
        row("names of keys", "keyword: Frankfurt2024, monkey: bananas99, primary_key: order_id");
        row("curl with variables", "curl -u \"$USER:$TOKEN\" https://example.com");
        row("package lock",
            "\"resolved\": \"https://registry.example.org/a/-/a-1.2.3.tgz\", \"integrity\": "
            "\"sha1-mFkTnnR2xJ9Hs0LqVbYwK3pQe5c=\"");
        row("Cargo.lock", R"(checksum = "8f232d6ef707e1956a43342693d2a31e72989554d58299d7a88738cc95b0d35c")");
        row("pinned action", "uses: actions/checkout@8ade135a41bc03ea155e62e844d188df1ea18608 # v4");
        row("git diff", "index 3f2a9c1d7e..b81c0a94f2 100644\n--- a/core/token.cpp\n+++ b/core/token.cpp");
        row("public SSH key",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHkQ2mT8xJ4vN1pWz7sYc3LrB9dGfXeU6aKoV5iMqPtR "
            "jo@example.org");
        row("certificate",
            "-----BEGIN CERTIFICATE-----\nTm90QVJlYWxDZXJ0aWZpY2F0ZUp1c3RGb3JUaGlzVGVzdA\n-----END "
            "CERTIFICATE-----");
        row("ids",
            "order 64b7f3c2e1d9a805f4b6c7d8, user 909ff497-6a8a-43ef-a880-4790be6c6fe9, build 20240131-4711");
        row("filled-in test card key", "sk_test_xxxxxxxxxxxxxxxxxxxxxxxx");
        row("default password", "postgres://postgres:postgres@localhost:5432/app");
        row("default login", "curl -u test:test http://localhost:8080/health");
        row("curl header from a variable",
            "curl -H \"Authorization: Bearer $TOKEN\" https://api.example.com");
        row("model key without its ending", "sk-ant-api03-NotLongEnoughToBeOne-AA");
        row("alphabet", "sk-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123");
        row("hash in two cases", "meraki_key: aCdeFf05b1a6d4c890237bf08c5e6e8d2b4d0f2e");
        row("another word", "CameraKit: f15a5a04b0f6dc6073e6db0296e6ef2d8b8d2522");
        row("vendors in prose",
            "In linear time we came together: each segment of the lob, zoom in and render it, the sonar on "
            "the drone "
            "heard the kraken near the atlas of 1842; spotify, twitter and facebook posts from "
            "2023-11-04T10:00:00Z.");
        row("key id of a cloud beside a commit",
            "build of arn:aws:iam::123456789012:user/ci at 9fceb02d0ae598e95dc970b74767f19372d61af8");
        row("own key, wrong checksum",
            "gthk_"
            "0123456789ab_"
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"
            "000000");
    }
    void lookAlikesPass()
    {
        QFETCH(QString, text);
        const CheckReport report = m_runner.run(text.toStdString());
        QVERIFY2(report.outcome == CheckOutcome::Pass, qPrintable(describe(report)));
    }

    void checksumsRaiseTheConfidence()
    {
        const std::string good = withCrc("gh"
                                         "p_",
                              "NotARealTokenJustForThisTest42"),
                          other = "gh"
                                  "p_NotARealTokenJustForThisTest42000000";
        QCOMPARE(*m_runner.run(good).score, 0.99);
        QVERIFY(*m_runner.run(other).score < 0.9);
        QCOMPARE(*m_runner
                      .run(withCrc("np"
                                   "m_",
                          "AlsoNotARealTokenForThisTest77"))
                      .score,
            0.99);
    }

    void otherChecksumsAreProved()
    {
        const auto proved = [](double (*judge)(const SecretCandidate &, double), const std::string &value) {
            return judge({value, {0, value.size()}}, 0.5) > 0.9;
        };
        // The shortest example of BIP 173, and a public address for Base58Check.
        QVERIFY(proved(judgeBech32, "A12UEL5L"));
        QVERIFY(!proved(judgeBech32, "A12UEL5M"));
        QVERIFY(proved(judgeBase58Check, "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"));
        QVERIFY(!proved(judgeBase58Check, "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz"));
        QVERIFY(!proved(judgeBase58Check, "0OIl"));
    }

    // Forty characters are a secret because of the key id beside them.
    void aPairIsFoundWhole_data()
    {
        QTest::addColumn<QString>("between");
        QTest::newRow("line") << "\n";
        QTest::newRow("comma") << ",";
        QTest::newRow("words") << " and the other part of it is ";
        QTest::newRow("fields") << "\", \"value\": \"";
    }
    void aPairIsFoundWhole()
    {
        QFETCH(QString, between);
        RecipeBook book;
        const std::string id = book.cook("AKI"
                                         "A%v16"),
                          secret = book.cook("%s40");
        const CheckReport report = m_runner.run("it is " + id + between.toStdString() + secret + " for now");
        QVERIFY2(findingOf(report, "aws-access-key-id"), qPrintable(describe(report)));
        QVERIFY2(findingOf(report, "aws-secret-access-key"), qPrintable(describe(report)));
        QCOMPARE(m_runner.run("it is " + secret + " for now").outcome, CheckOutcome::Pass);
        const CheckReport turned = m_runner.run(secret + between.toStdString() + id);
        QVERIFY2(findingOf(turned, "aws-secret-access-key"), qPrintable(describe(turned)));
    }

    void peopleTellPasswords_data()
    {
        QTest::addColumn<QString>("text");
        const auto row
            = [](const char *name, const char *text) { QTest::newRow(name) << QString::fromUtf8(text); };
        row("English", "Hi, my password is Wint3r!Coat, can you check it?");
        row("for something", "The password for the vpn is Wint3r!Coat, says Jo.");
        row("in passing", "Log in as admin with password Wint3r!Coat please");
        row("German", "Das Passwort lautet Wint3r!Coat, bitte prüfen.");
        row("Spanish", "La contraseña es Wint3r!Coat y no funciona");
        row("French", "le mot de passe est Wint3r!Coat");
        row("Russian", "пароль: Wint3r!Coat");
        row("Chinese", "密码是 Wint3r!Coat");
        row("Japanese", "パスワードは「Wint3r!Coat」です");
    }
    void peopleTellPasswords()
    {
        QFETCH(QString, text);
        const CheckReport report = m_runner.run(text.toStdString());
        QVERIFY2(report.findings.size() == 1, qPrintable(describe(report)));
        const ByteRange range = report.findings.front().range;
        QVERIFY(text.toStdString().substr(range.start, range.size()).starts_with("Wint3r!Coat"));
    }

    void ownKeysAreKnown()
    {
        const NewVirtualKey key = newVirtualKey();
        const std::string text = "key=" + std::string(key.text.reveal());
        QCOMPARE(describe(m_runner.run(text)), QStringLiteral("gatehouse-virtual-key@4-%1").arg(text.size()));
    }

    void parametersNarrow()
    {
        RecipeBook book;
        const std::string token = book.cook("gl"
                                            "pat-%b20"),
                          url = "postgres://app:" + book.cook("%w16") + "@db.example.com/x";
        const CheckRunner vendor("secrets", R"({"packs":["vendor"]})");
        QVERIFY(findingOf(vendor.run(token), "gitlab-token"));
        QCOMPARE(vendor.run(url).outcome, CheckOutcome::Pass);
        const CheckRunner sure("secrets", R"({"min_confidence":0.93})");
        QCOMPARE(sure.run(url).outcome, CheckOutcome::Pass);
        const CheckRunner allowing("secrets", R"({"allow":["glpat-*"]})");
        QCOMPARE(allowing.run(token).outcome, CheckOutcome::Pass);
        QVERIFY(!CheckRunner("secrets", R"({"packs":["nothing"]})").check());
        QCOMPARE(CheckRunner("secrets", R"({"packs":["nothing"]})").error().where, "packs");
    }

private:
    const CheckRunner m_runner{"secrets"};
};

QTEST_GUILESS_MAIN(TestSecretsCheck)
#include "tst_secrets_check.moc"
