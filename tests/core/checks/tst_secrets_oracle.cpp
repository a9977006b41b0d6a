// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The one scan with its anchors and gates against the slow way: every expression on every text. And what a
// stream relies on: a text cut anywhere shows what the whole one does.
#include "check_runner.h"
#include "core/checks/secrets/look_alikes.h"
#include "core/checks/secrets/secret_kind.h"
#include "core/checks/secrets/token_runs.h"
#include "recipe_book.h"
#include "secret_recipes.h"

#include <QTest>
#include <algorithm>
#include <random>
#include <set>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::RecipeBook;
using gatehouse::test::SecretRecipe;
using gatehouse::test::secretRecipes;

namespace {

struct Compiled {
    SecretKind kind;
    Pattern pattern;
};

char otherCase(char c)
{
    if (c >= 'a' && c <= 'z')
        return static_cast<char>(c - 32);
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// The recipe as it is, in the other case, where names may be glued to it, and with a few bytes changed.
std::vector<std::string> variantsOf(const std::string &text, std::minstd_rand &random)
{
    std::string swapped = text;
    std::transform(swapped.begin(), swapped.end(), swapped.begin(), otherCase);
    std::vector<std::string> out{"see " + text + ", please", swapped, "my_" + text + "\n" + text + "x"};
    for (int variant = 0; variant < 4; ++variant) {
        static constexpr std::string_view bytes = " =:_-/.\"'aZ9\n";
        std::string changed = text;
        for (int i = 0; i < 3; ++i)
            changed[random() % changed.size()] = bytes[random() % bytes.size()];
        out.push_back(std::move(changed));
    }
    return out;
}

} // namespace

class TestSecretsOracle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        PatternSetBuilder builder;
        for (const SecretPack pack : {SecretPack::Vendor, SecretPack::PrivateKeys,
                 SecretPack::ConnectionStrings, SecretPack::Generic}) {
            for (SecretKind &kind : secretsOf(pack)) {
                const Pattern pattern = *builder.add({kind.expression, kind.anchor, kind.caseless});
                m_compiled.push_back({std::move(kind), pattern});
            }
        }
        m_patterns = *builder.build();
    }

    void theScanMissesNothing()
    {
        std::minstd_rand random(11);
        RecipeBook book;
        int spans = 0;
        for (const SecretRecipe &recipe : secretRecipes()) {
            for (const std::string &text : variantsOf(book.cook(recipe.recipe), random))
                spans += compare(text);
        }
        QVERIFY2(spans > 1500, std::to_string(spans).c_str());
    }

    // Whatever starts 128 bytes before the cut is reported if and only if it is in the whole text.
    void aCutTextShowsTheSame()
    {
        std::minstd_rand random(13);
        RecipeBook book;
        const std::vector<SecretRecipe> recipes = secretRecipes();
        for (const SecretRecipe &recipe : recipes) {
            const std::string text = "first " + book.cook(recipe.recipe)
                + "\nand then, some words later, there is "
                + book.cook(recipes[random() % recipes.size()].recipe)
                + " with a long tail of plain words behind it, which goes on and on until there is nothing "
                  "left to "
                  "say about all these words, and even then it does not quite end where it could.";
            const std::set<std::size_t> whole = startsIn(text, text.size());
            for (int round = 0; round < 12; ++round) {
                const std::size_t cut = 128 + random() % (text.size() - 128);
                std::set<std::size_t> decided;
                std::copy_if(whole.begin(), whole.end(), std::inserter(decided, decided.end()),
                    [&](std::size_t start) { return start + 128 <= cut; });
                const bool same = startsIn(text.substr(0, cut), cut) == decided;
                QVERIFY2(same,
                    (std::string(recipe.label) + " cut at " + std::to_string(cut) + ": " + text).c_str());
            }
        }
    }

    // Kinds that are looked for near runs only: the parts hold every span that counts, and no other.
    void partsHoldEveryValue()
    {
        static constexpr std::string_view pieces[]
            = {"password", "api_key", "token", "secret", "auth token", "client-secret", "pass", "key", "_v1",
                "=", ":", " = ", " := ", "=>", "->", "||", ",", " ", "\n", "'", "\"", ";", "(", ")", "{", "}",
                "[", "]", "$", "lexer.next", "getpass.getpass", "a1B2c3D4e5F6g7H8", "0xff00ff00",
                "deadbeef42deadbeef42", ".", "-", "some words between them that are long", "Zz9-Yy8_Xx7.Ww6"};
        std::minstd_rand random(17);
        int counted = 0;
        for (int round = 0; round < 20000; ++round) {
            std::string text;
            for (std::size_t i = 0; i < 4 + random() % 40; ++i)
                text += pieces[random() % std::size(pieces)];
            for (const Compiled &compiled : m_compiled) {
                if (!compiled.kind.nearRuns)
                    continue;
                const std::vector<ByteRange> whole = countingSpans(compiled, text, {0, text.size()});
                std::vector<ByteRange> near;
                forEachPartBeforeRuns(text, compiled.kind.leastRun, [&](ByteRange part) {
                    for (const ByteRange range : countingSpans(compiled, text, part))
                        near.push_back(range);
                });
                QVERIFY2(near == whole, text.c_str());
                counted += static_cast<int>(whole.size());
            }
        }
        QVERIFY2(counted > 300, std::to_string(counted).c_str());
    }

    // What stands in a value behind its first 128 bytes can't take back what a stream has acted on.
    void theEndOfALongValueChangesNothing_data()
    {
        QTest::addColumn<QString>("tail");
        QTest::newRow("a stand-in's word") << QStringLiteral("example");
        QTest::newRow("filler") << QString(300, 'x');
        QTest::newRow("plain") << QStringLiteral("k3");
    }
    void theEndOfALongValueChangesNothing()
    {
        QFETCH(QString, tail);
        std::minstd_rand random(19);
        std::string text = "the api_key = ";
        for (int i = 0; i < 160; ++i)
            text += "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"[random() % 57];
        text += tail.toStdString() + " and some more words";
        const std::set<std::size_t> whole = startsIn(text, text.size());
        QCOMPARE(whole.size(), std::size_t{1});
        QVERIFY(startsIn(text.substr(0, 160), 160) == whole);
    }

private:
    [[nodiscard]] static std::vector<ByteRange> countingSpans(
        const Compiled &compiled, const std::string &text, ByteRange part)
    {
        std::vector<ByteRange> spans;
        compiled.pattern.forEachSpan(
            std::string_view(text).substr(part.start, part.size()), [&](ByteRange inPart) {
                const ByteRange range{part.start + inPart.start, part.start + inPart.end};
                const SecretCandidate candidate{text, range};
                if (compiled.kind.judge(candidate, compiled.kind.confidence) > 0)
                    spans.push_back(range);
                return true;
            });
        return spans;
    }

    // Spans the slow way finds, each of which the scan and the gate must let through.
    int compare(const std::string &text)
    {
        const PatternHits hits = m_patterns->scan(text);
        const TokenRuns runs = tokenRunsOf(text);
        int spans = 0;
        for (const Compiled &compiled : m_compiled) {
            compiled.pattern.forEachSpan(text, [&](ByteRange range) {
                ++spans;
                const SecretKind &kind = compiled.kind;
                const SecretCandidate candidate{text, range};
                const bool counts = !isStandIn(candidate.value())
                    && entropyOf(candidate.value()) >= kind.leastEntropy
                    && (!kind.judge || kind.judge(candidate, kind.confidence) > 0);
                const bool gated = kind.leastRun > 0 && counts && !runs.mayHold(kind.leastRun);
                if (!hits.contains(compiled.pattern.id()) || gated)
                    QTest::qFail((kind.label + (gated ? " gated: " : " not scanned: ") + text).c_str(),
                        __FILE__, __LINE__);
                return true;
            });
        }
        return spans;
    }

    // Where findings start that are decided at `cut`.
    [[nodiscard]] std::set<std::size_t> startsIn(const std::string &text, std::size_t cut) const
    {
        std::set<std::size_t> starts;
        for (const CheckFinding &finding : m_runner.run(text).findings) {
            if (finding.range.start + 128 <= cut)
                starts.insert(finding.range.start);
        }
        return starts;
    }

    std::vector<Compiled> m_compiled;
    std::shared_ptr<const PatternSet> m_patterns;
    const CheckRunner m_runner{"secrets"};
};

QTEST_GUILESS_MAIN(TestSecretsOracle)
#include "tst_secrets_oracle.moc"
