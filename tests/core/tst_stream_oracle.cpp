// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// A text judged while it arrives, cut anywhere, against the same text judged whole: the same is masked, the
// same is stopped, and of what is masked or stopped nothing gets out.
#include "checks/recipe_book.h"
#include "checks/secret_recipes.h"
#include "core/stream/text_channel.h"
#include "test_policy.h"

#include <QTest>
#include <random>
#include <re2/re2.h>

using namespace gatehouse;
using gatehouse::test::explain;
using gatehouse::test::policyOf;
using gatehouse::test::RecipeBook;
using gatehouse::test::secretRecipes;

namespace {

std::string ruleOf(
    const std::string &id, const std::string &check, const std::string &action, const std::string &rest = {})
{
    return R"({"id":")" + id + R"(","stage":"response","check":)" + check + R"(,"action":")" + action + "\""
        + rest + "}";
}

const std::string secrets = R"({"kind":"secrets","min_confidence":0.6})";
const std::string pii = R"({"kind":"pii","min_confidence":0.5})";
const std::string words = R"({"kind":"keywords","keywords":["zebra crossing","cat","\u00fcber","pass"]})";
const std::string shapes
    = R"({"kind":"regex","patterns":[{"expression":"ticket-[0-9]{2,40}\\b","label":"ticket"},{"expression":"^Total: [0-9]{1,20}$","label":"total"}]})";

std::shared_ptr<const CompiledPolicy> compiled(const std::string &rules)
{
    const auto policy = CompiledPolicy::fromJson(policyOf(rules));
    if (!policy)
        qFatal("%s", qPrintable(explain(policy.error())));
    if (!(*policy)->warnings().empty())
        qFatal("a rule that waits for the whole answer proves nothing here");
    return *policy;
}

std::shared_ptr<const CompiledPolicy> maskingPolicy()
{
    static const auto policy = compiled(ruleOf("s", secrets, "mask", R"(,"severity":"high")") + ","
        + ruleOf("p", pii, "mask", R"(,"severity":"medium","mask":{"style":"keep-last-4"})") + ","
        + ruleOf("w", words, "mask", R"(,"severity":"low")") + ","
        + ruleOf("x", shapes, "mask", R"(,"severity":"low")"));
    return policy;
}

std::shared_ptr<const CompiledPolicy> blockingPolicy()
{
    static const auto policy = compiled(ruleOf("p", pii, "mask") + "," + ruleOf("s", secrets, "block") + ","
        + ruleOf("w", words, "block") + "," + ruleOf("x", shapes, "mask"));
    return policy;
}

bool startsCharacter(std::string_view text, std::size_t at)
{
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// The text cut where `sizes` say, moved to where a character starts; the last piece is the rest.
std::vector<std::string_view> pieces(std::string_view text, const std::vector<std::size_t> &sizes)
{
    std::vector<std::string_view> out;
    std::size_t from = 0;
    for (const std::size_t size : sizes) {
        std::size_t end = std::min(text.size(), from + size);
        while (!startsCharacter(text, end))
            ++end;
        if (end > from)
            out.push_back(text.substr(from, end - from));
        from = end;
    }
    if (from < text.size())
        out.push_back(text.substr(from));
    return out;
}

std::string withoutLabels(std::string text)
{
    re2::RE2::GlobalReplace(&text, R"(\[masked:[^\]]*\])", "[masked]");
    return text;
}

// What judging the whole text at once says.
struct Reference {
    std::string text; // as the caller may have it: masked, and only what stands before a block
    bool blocked = false;
    std::size_t blockStart = std::string::npos;
    std::vector<MaskSpan> masks;
};

class Judge {
public:
    explicit Judge(std::shared_ptr<const CompiledPolicy> policy)
        : m_policy(std::move(policy))
    {
        m_call.request = &m_facts;
    }

    Reference whole(const std::string &text)
    {
        const Evaluation evaluation = evaluate(text);
        Reference reference;
        reference.blocked = evaluation.verdict.kind == VerdictKind::Blocked;
        for (const CheckResult &result : evaluation.verdict.checks) {
            for (const Evidence &evidence : result.evidence) {
                if (result.action == Action::Block)
                    reference.blockStart = std::min(reference.blockStart, evidence.range.start);
            }
        }
        std::string before = text.substr(0, reference.blockStart);
        for (const MaskSpan &mask : evaluation.masks) {
            if (mask.range.end <= before.size())
                reference.masks.push_back(mask);
            else
                before.resize(std::min(before.size(), mask.range.start));
        }
        reference.text = applyMasks(before, reference.masks);
        return reference;
    }

    struct Streamed {
        std::string during, all;
        bool cut = false; // before the text was complete
        std::size_t cutAt = 0; // bytes of the text that had come
        std::uint64_t longestHoldBack = 0, receivedBytes = 0;
    };
    Streamed streamed(const std::string &text, const std::vector<std::size_t> &sizes)
    {
        StreamRules rules(*m_policy, m_call);
        TextChannel channel(rules, TrustZone::Assistant);
        Streamed out;
        for (const std::string_view piece : pieces(text, sizes)) {
            channel.append(piece, out.during);
            out.cutAt += piece.size();
            out.cut = channel.cutBy().has_value();
            if (out.cut)
                break;
        }
        out.all = out.during;
        const Evaluation evaluation = evaluate(text);
        if (!out.cut && evaluation.verdict.kind != VerdictKind::Blocked)
            channel.finish(evaluation.masks, out.all);
        out.longestHoldBack = channel.longestHoldBack();
        out.receivedBytes = channel.receivedBytes();
        return out;
    }

    std::size_t holdBack() const { return StreamRules(*m_policy, m_call).holdBack(); }

private:
    Evaluation evaluate(const std::string &text)
    {
        ResponseMessage response;
        response.segments.push_back(
            {TrustZone::Assistant, "assistant", "/choices/0/message/content", text, {}, false});
        EvaluationInput input;
        input.call = m_call;
        input.response = &response;
        if (m_lastText != text || !m_last) {
            m_last = m_policy->evaluate(input);
            m_lastText = text;
        }
        return *m_last;
    }

    std::shared_ptr<const CompiledPolicy> m_policy;
    RequestFacts m_facts;
    CallFacts m_call;
    std::string m_lastText;
    std::optional<Evaluation> m_last;
};

std::vector<std::vector<std::size_t>> cuttings(std::size_t size, std::size_t from, std::size_t to)
{
    std::vector<std::vector<std::size_t>> all;
    for (std::size_t at = from; at < std::min(to, size); ++at)
        all.push_back({at});
    for (const std::size_t step : {std::size_t(1), std::size_t(2), std::size_t(7), std::size_t(20)})
        all.emplace_back(size / step + 1, step);
    std::mt19937 random(static_cast<unsigned>(size * 31 + from));
    for (int round = 0; round < 6; ++round) {
        std::vector<std::size_t> sizes;
        for (std::size_t sum = 0; sum < size; sum += sizes.back())
            sizes.push_back(1 + random() % (round % 2 == 0 ? 12 : 90));
        all.push_back(sizes);
    }
    return all;
}

const std::string before
    = "Gr\u00fc\u00dfe aus K\u00f6ln \u2014 this is what the log of the deployment shows, \u4e16\u754c, "
      "category by category, before anything else was tried:\n";
const std::string after
    = "\nThat is all there was. \U0001F600 The rest of the answer goes on for a while, with "
      "nothing in it that anybody would have to hide, and then some more of the same, "
      "until it is longer than what may be held back at its end, and a little longer still.";

} // namespace

class TestStreamOracle : public QObject {
    Q_OBJECT

    // Of text in which credentials run into each other: a mask is named before its end is known, and may
    // cover what the whole shows to be something else; a view may show what is to be stopped before it is
    // decided as it is written. What the caller has is the same, or less.
    void compareGlued(const std::shared_ptr<const CompiledPolicy> &policy, const std::string &text)
    {
        Judge judge(policy);
        const Reference reference = judge.whole(text);
        const std::string wanted = withoutLabels(reference.text);
        for (const std::vector<std::size_t> &sizes : cuttings(text.size(), 0, 0)) {
            const Judge::Streamed got = judge.streamed(text, sizes);
            const std::string given = withoutLabels(got.all);
            const std::string how = "pieces of " + std::to_string(sizes.front()) + "\nwant: " + wanted
                + "\ngot:  " + given + "\nof: " + text;
            QVERIFY2(reference.blocked || !got.cut, how.c_str());
            QVERIFY2(reference.blocked ? wanted.starts_with(given) : wanted == given, how.c_str());
            QVERIFY2(!reference.blocked || got.cut || text.size() < reference.blockStart + judge.holdBack(),
                how.c_str());
        }
    }

    // Judges the text in pieces in many ways and compares each with the whole.
    void compare(const std::shared_ptr<const CompiledPolicy> &policy, const std::string &text,
        std::size_t from = 0, std::size_t to = std::string::npos)
    {
        Judge judge(policy);
        const Reference reference = judge.whole(text);
        for (const std::vector<std::size_t> &sizes : cuttings(text.size(), from, to)) {
            const Judge::Streamed got = judge.streamed(text, sizes);
            const std::string how = "pieces of " + std::to_string(sizes.front()) + "\nwant: " + reference.text
                + "\ngot:  " + got.all + "\nof: " + text;
            if (!reference.blocked) {
                QVERIFY2(!got.cut, how.c_str());
                QVERIFY2(got.all == reference.text, how.c_str());
                continue;
            }
            QVERIFY2(reference.text.starts_with(got.all), how.c_str());
            // Cut as soon as it is decided, and not before.
            QVERIFY2(got.cut || text.size() < reference.blockStart + judge.holdBack(), how.c_str());
            if (got.cut) {
                QVERIFY2(got.cutAt >= reference.blockStart + judge.holdBack(), how.c_str());
                QVERIFY2(got.all == reference.text, how.c_str());
            }
        }
    }

private Q_SLOTS:
    void secretsOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("secret");
        RecipeBook book;
        for (const auto &recipe : secretRecipes())
            QTest::newRow(recipe.label.data()) << QByteArray::fromStdString(book.cook(recipe.recipe));
    }
    void secretsOfEveryKind()
    {
        QFETCH(QByteArray, secret);
        const std::string value = secret.toStdString();
        const std::string text = before + value + after;
        Judge judge(maskingPolicy());
        QVERIFY(judge.whole(text).text != text);
        // Borders inside the value and around where the channel decides about it.
        const std::size_t from = before.size();
        compare(maskingPolicy(), text, from - 3, from + value.size() + 3);
        compare(maskingPolicy(), text, from + 126, from + 131);
        compare(blockingPolicy(), text, from + 100, from + 140);
    }

    void personalDataOfEveryKind_data()
    {
        QTest::addColumn<QByteArray>("sentence");
        for (const char *sentence : {"My SSN is 219-09-8888, thanks", "card 4111 1111 1111 1111 exp 12/29",
                 "IBAN DE89 3702 0044 0532 0130 00", "write to jane.doe+news@mail.example.com or call",
                 "telephone +49 30 901820 or (212) 555-0187",
                 "host 192.168.14.77 and 2001:db8::8a2e:370:7334", "codice fiscale RSSMRA85T10A562S",
                 "Aadhaar 234567890124", "CPF 111.444.777-35", "provider NPI 1234567893",
                 "resident id 11010519491231002X", "rodn\u00e9 \u010d\u00edslo 785101/1003",
                 "NHS number 943 476 5919", "Medicare id 1EG4-TE5-MK73", "2 55 08 14 168 025 38 is the NIR"})
            QTest::newRow(sentence) << QByteArray(sentence);
    }
    void personalDataOfEveryKind()
    {
        QFETCH(QByteArray, sentence);
        const std::string text = before + sentence.toStdString() + after;
        Judge judge(maskingPolicy());
        QVERIFY(judge.whole(text).text != text);
        compare(maskingPolicy(), text);
        compare(blockingPolicy(), text);
    }

    void wordsThatGoOn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("not the word yet") << QByteArray("A cat, a category, a concat and a zebra crossings.");
        QTest::newRow("at both ends") << QByteArray("cat and \u00fcber the zebra crossing");
        QTest::newRow("long run") << QByteArray("x" + QByteArray(700, 'a') + " cat " + QByteArray(700, 'b'));
        QTest::newRow("lines") << QByteArray(
            "Total: 12\nSubtotal: 4\nTotal: 7 \nTotal: 9\nticket-0123456789");
        QTest::newRow("one in the other")
            << QByteArray("https://app:pass-ticket-0123456@www.example.com/zebra crossing?cat=1");
        QTest::newRow("words back to back") << QByteArray("cat cat ticket-11 cat,ticket-22 pass pass\tcat");
        // The part of a word that stands where the window of a judgement starts is no word.
        QTest::newRow("inside of words")
            << QByteArray("concat").repeated(60) + " ticket-42 " + QByteArray("bypass").repeated(60);
    }
    void wordsThatGoOn()
    {
        QFETCH(QByteArray, text);
        compare(maskingPolicy(), text.toStdString() + after);
        compare(maskingPolicy(), text.toStdString());
        compare(blockingPolicy(), text.toStdString() + after);
        compare(blockingPolicy(), text.toStdString());
    }

    void tokensWithoutEnd_data()
    {
        QTest::addColumn<QByteArray>("text");
        RecipeBook book;
        const auto cooked = [&](const char *recipe) { return QByteArray::fromStdString(book.cook(recipe)); };
        const QByteArray begin = QByteArray("-----BEGIN RSA PRIV") + "ATE KEY-----\n";
        const QByteArray end = QByteArray("-----END RSA PRIV") + "ATE KEY-----";
        QByteArray lines;
        for (int line = 0; line < 60; ++line)
            lines += cooked("%s64") + "\n";
        QTest::newRow("a whole block") << begin + lines + end;
        QTest::newRow("a block that breaks off") << begin + lines;
        QTest::newRow("a block without end")
            << begin + lines + "\nBut then it was text again, for a while.\n";
        QTest::newRow("a long token") << cooked("sk-"
                                                "proj-%b900");
        QTest::newRow("a long address") << "jane." + QByteArray(300, 'd') + "@mail.example.com";
    }
    void tokensWithoutEnd()
    {
        QFETCH(QByteArray, text);
        const std::string whole = before + text.toStdString() + after;
        const std::size_t from = before.size();
        compare(maskingPolicy(), whole, from + 10, from + 300);
        compare(blockingPolicy(), whole, from + 10, from + 200);
    }

    void anythingInAnyOrder_data()
    {
        QTest::addColumn<bool>("glued");
        QTest::newRow("set apart") << false;
        QTest::newRow("glued") << true;
    }
    void anythingInAnyOrder()
    {
        QFETCH(bool, glued);
        RecipeBook book;
        std::mt19937 random(4711);
        const std::vector<std::string> fragments{"cat", "zebra crossing", "\u00fcber", " ", " ", "\n", ", ",
            "\"", "pass", "password: ", "key = ", "ticket-", "0123456789", "Total: 55\n", "\U0001F600",
            "\u4e16\u754c", "jane@", "mail.example.com", "4111 1111 1111 1111",
            "https://app:", "@www.example.com/x", "an ordinary sentence that says nothing at all. ",
            std::string("-----BEGIN RSA PRIV") + "ATE KEY-----\n",
            std::string("-----END RSA PRIV") + "ATE KEY-----\n", "DE89 3702 0044 0532 0130 00",
            "NHS 9434765919 "};
        const auto recipes = secretRecipes();
        for (int round = 0; round < 150; ++round) {
            std::string text;
            while (text.size() < 200 + random() % 900) {
                if (random() % 6 == 0) {
                    const auto &recipe = recipes[random() % recipes.size()];
                    const std::string value = book.cook(recipe.recipe);
                    const bool broken = random() % 3 == 0;
                    const std::string part = value.substr(0, broken ? random() % value.size() : value.size());
                    text += glued ? part : " " + part + "\n";
                } else {
                    text += fragments[random() % fragments.size()];
                }
            }
            if (glued) {
                compareGlued(maskingPolicy(), text);
                compareGlued(blockingPolicy(), text);
            } else {
                compare(maskingPolicy(), text, 0, 0);
                compare(blockingPolicy(), text, 0, 0);
            }
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(TestStreamOracle)
#include "tst_stream_oracle.moc"
