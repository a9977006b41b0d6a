// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/compiled_policy.h"
#include "core/policy/replacements.h"

#include <QTest>
#include <set>

using namespace gatehouse;

namespace {

MaskSpan spanOf(MaskStyle style, const char *label = "us-ssn", bool restore = false)
{
    MaskSpan span;
    span.style = style;
    span.label = label;
    span.restore = restore;
    return span;
}

char classOf(char c)
{
    return c >= '0' && c <= '9' ? '9' : c >= 'a' && c <= 'z' ? 'a' : c >= 'A' && c <= 'Z' ? 'A' : c;
}

std::string shapeOf(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), classOf);
    return text;
}

std::shared_ptr<const CompiledPolicy> policyWith(const std::string &mask)
{
    auto policy
        = CompiledPolicy::fromJson(R"({"format": "gatehouse-policy/1", "name": "m", "rules": [{"id": "r",
        "stage": "request", "check": {"kind": "pii", "kinds": ["us-ssn", "email"]}, "action": "mask", "mask": )"
            + mask + "}]}");
    return policy ? *policy : nullptr;
}

Evaluation judged(const CompiledPolicy &policy, const std::string &text, Replacements *replacements)
{
    RequestMessage request;
    request.segments.emplace_back();
    request.segments.back().text = text;
    EvaluationInput input;
    input.call.request = &request.facts;
    input.request = &request;
    input.replacements = replacements;
    return policy.evaluate(input);
}

} // namespace

class TestReplacements : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void placeholdersKeepTheShape_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("placeholder");
        const auto row = [](const char *label, const char *original, const char *placeholder) {
            QTest::newRow(original) << label << original << placeholder;
        };
        row("us-ssn", "219-09-8888", "000-00-0007");
        row("card", "4111 1111 1111 1111", "0000 0000 0000 0007");
        row("uk-nino", "AB123456C", "XX000007X");
        row("iban", "GB82 WEST 1234 5698 7654 32", "XX00 XXXX 0000 0000 0000 07");
        row("phone", "+49 (0)30 901820", "+00 (0)00 000007");
        row("email", "pat.doe@mail.example.org", "person7@example.com");
        row("ipv4", "8.8.8.8", "192.0.2.7");
        row("ipv6", "2a00:1450:4001::200e", "2001:db8::7");
        row("word", "secret", "");
        row("word", "пароль1", "");
    }
    void placeholdersKeepTheShape()
    {
        QFETCH(QString, label);
        QFETCH(QString, original);
        QFETCH(QString, placeholder);
        const std::string text = placeholderText(label.toStdString(), original.toStdString(), 7);
        QCOMPARE(QString::fromStdString(text), placeholder);
        const bool addressOfItsOwn = label == "email" || label.startsWith("ip");
        if (!text.empty() && !addressOfItsOwn)
            QCOMPARE(shapeOf(text), shapeOf(original.toStdString()));
    }

    void oneValueOneReplacement()
    {
        for (const MaskStyle style : {MaskStyle::Placeholder, MaskStyle::Hash}) {
            Replacements replacements(SecretString("key"));
            std::set<std::string> seen;
            for (int i = 0; i < 500; ++i) {
                const std::string original = "219-09-" + std::to_string(1000 + i);
                const std::string first = replacements.replacementFor(spanOf(style), original);
                QVERIFY(seen.insert(first).second);
                QCOMPARE(replacements.replacementFor(spanOf(style), original), first);
            }
        }
    }

    // Two digits tell a hundred values apart; the rest are numbered, and none is given twice.
    void shortTextsRunOut()
    {
        Replacements replacements;
        std::set<std::string> seen;
        for (int i = 0; i < 130; ++i) {
            const std::string original = std::string(1, static_cast<char>('a' + i % 26))
                + std::to_string(10 + i / 26) + std::string(1, static_cast<char>('a' + i / 26));
            QVERIFY(
                seen.insert(replacements.replacementFor(spanOf(MaskStyle::Placeholder), original)).second);
        }
        QVERIFY(seen.contains("[masked:us-ssn:1]"));
    }

    void hashesNeedTheKey()
    {
        Replacements with(SecretString("key")), other(SecretString("other key")), without;
        const MaskSpan span = spanOf(MaskStyle::Hash);
        const std::string tag = with.replacementFor(span, "219-09-8888");
        QCOMPARE(tag.size(), std::string("[masked:us-ssn:3f9a1c]").size());
        QVERIFY(tag != other.replacementFor(span, "219-09-8888"));
        QCOMPARE(without.replacementFor(span, "219-09-8888"), std::string("[masked:us-ssn]"));
    }

    void onlyWhatARuleSaysComesBack()
    {
        Replacements replacements;
        const std::string kept = replacements.replacementFor(spanOf(MaskStyle::Placeholder), "219-09-8888");
        const std::string back
            = replacements.replacementFor(spanOf(MaskStyle::Placeholder, "us-ssn", true), "219-09-7777");
        QCOMPARE(restored("is " + back + " or " + kept + "?", replacements.restorable()),
            "is 219-09-7777 or " + kept + "?");
        QCOMPARE(restored("5" + back + " " + back + "1", replacements.restorable()),
            "5" + back + " " + back + "1");
    }

    // The masked request goes out with placeholders, what is stored keeps labels, the answer reads as if
    // nothing had happened.
    void aCallThereAndBack()
    {
        const auto policy = policyWith(R"({"style": "placeholder", "restore": true})");
        QVERIFY(policy);
        Replacements replacements;
        const std::string text = "SSN 219-09-8888, mail pat@acme.org, SSN 219-09-8888, SSN 219-09-7777";
        const Evaluation evaluation = judged(*policy, text, &replacements);
        const std::string sent = applyMasks(text, evaluation.masks);
        QCOMPARE(
            sent, std::string("SSN 000-00-0001, mail person1@example.com, SSN 000-00-0001, SSN 000-00-0002"));
        QCOMPARE(applyMasks(text, evaluation.sensitive),
            std::string(
                "SSN [masked:us-ssn], mail [masked:email], SSN [masked:us-ssn], SSN [masked:us-ssn]"));
        QCOMPARE(restored(sent, replacements.restorable()), text);
    }

    void restoringNeedsAPlaceholder()
    {
        QVERIFY(!policyWith(R"({"style": "hash", "restore": true})"));
        QVERIFY(!policyWith(R"({"style": "label", "restore": true})"));
        QVERIFY(policyWith(R"({"style": "hash"})"));
    }

    // Cut at every pair of places, the stream gives what the whole text gives.
    void streamsAgreeWithTheWhole()
    {
        Replacements replacements;
        const MaskSpan span = spanOf(MaskStyle::Placeholder, "us-ssn", true);
        const std::string a = replacements.replacementFor(span, "219-09-8888");
        const std::string b = replacements.replacementFor(span, "219-09-7777");
        const std::string c = replacements.replacementFor(span, "12345");
        const std::string text
            = a + b + " x" + a + ", " + b + "9 00000 " + c + "-" + c + "0 " + a.substr(0, 5) + " " + b;
        const std::string whole = restored(text, replacements.restorable());
        QVERIFY(whole != text);
        for (std::size_t i = 0; i <= text.size(); ++i) {
            for (std::size_t j = i; j <= text.size(); ++j) {
                RestoringStream stream(replacements.restorable());
                std::string out = stream.append(text.substr(0, i));
                out += stream.append(text.substr(i, j - i));
                out += stream.append(text.substr(j));
                out += stream.finish();
                QCOMPARE(out, whole);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestReplacements)
#include "tst_replacements.moc"
