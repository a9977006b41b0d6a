// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/stream/text_channel.h"
#include "test_policy.h"

#include <QTest>

using namespace gatehouse;
using gatehouse::test::explain;
using gatehouse::test::policyOf;

namespace {

std::shared_ptr<const CompiledPolicy> policyWith(
    const std::string &check, const std::string &action, const std::string &rest = {})
{
    const auto policy = CompiledPolicy::fromJson(policyOf(
        R"({"id":"r","stage":"response","check":)" + check + R"(,"action":")" + action + "\"" + rest + "}"));
    if (!policy)
        qFatal("%s", qPrintable(explain(policy.error())));
    return *policy;
}

const std::string zebra = R"({"kind":"keywords","keywords":["zebra crossing"]})";

struct Stream {
    explicit Stream(const CompiledPolicy &compiled)
        : policy(compiled)
    {
        call.request = &facts;
    }

    // What a caller gets when the text arrives in pieces of so many bytes.
    std::string run(const std::string &text, std::size_t step)
    {
        StreamRules rules(policy, call);
        TextChannel channel(rules, TrustZone::Assistant);
        std::string out;
        for (std::size_t at = 0; at < text.size() && !channel.cutBy(); at += step)
            channel.append(text.substr(at, step), out);
        cut = channel.cutBy().has_value();
        if (cut)
            return out;
        ResponseMessage response;
        response.segments.push_back(
            {TrustZone::Assistant, "assistant", "/choices/0/message/content", text, {}, false});
        EvaluationInput input;
        input.call = call;
        input.response = &response;
        const Evaluation whole = policy.evaluate(input);
        channel.finish(whole.masks, out);
        return out;
    }

    const CompiledPolicy &policy;
    RequestFacts facts;
    CallFacts call;
    bool cut = false;
};

} // namespace

class TestTextChannel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void masksAcrossEveryBorder()
    {
        const auto policy = policyWith(zebra, "mask");
        const std::string text = "Walk over the zebra crossing, then the next zebra crossing. "
            + std::string(300, 'x') + " zebra crossing";
        const std::string masked = "Walk over the [masked:keyword], then the next [masked:keyword]. "
            + std::string(300, 'x') + " [masked:keyword]";
        for (std::size_t step = 1; step <= text.size(); ++step)
            QCOMPARE(Stream(*policy).run(text, step), masked);
    }

    void cleanTextArrivesWhole()
    {
        const auto policy = policyWith(R"({"kind":"secrets"})", "mask");
        const std::string text = "Gr\u00fc\u00dfe, \u4e16\u754c! " + std::string(1000, 'a') + " end";
        for (const std::size_t step : {std::size_t(7), std::size_t(64), std::size_t(2000)})
            QCOMPARE(Stream(*policy).run(text, step), text);
    }

    void aBlockStopsBeforeTheFinding()
    {
        const auto policy = policyWith(zebra, "block");
        const std::string text = "The word is zebra crossing and there is more after it.";
        for (std::size_t step = 1; step <= 20; ++step) {
            Stream stream(*policy);
            const std::string out = stream.run(text, step);
            QVERIFY(stream.cut);
            QVERIFY2(std::string("The word is ").starts_with(out), out.c_str());
        }
    }

    void aLongTokenIsSwallowedToItsEnd()
    {
        const auto policy = policyWith(R"({"kind":"secrets","packs":["private-keys"]})", "mask");
        std::string block = std::string("-----BEGIN RSA PRIV") + "ATE KEY-----\n";
        for (int line = 0; line < 30; ++line)
            block += "MIIEpAIBAAKCAQEA" + std::string(48, static_cast<char>('A' + line % 26)) + "\n";
        block += std::string("-----END RSA PRIV") + "ATE KEY-----";
        const std::string text = "Here it is:\n" + block + "\nKeep it safe." + std::string(200, '.');
        for (const std::size_t step :
            {std::size_t(1), std::size_t(13), std::size_t(100), std::size_t(5000)}) {
            const std::string out = Stream(*policy).run(text, step);
            QVERIFY2(out.find("MIIEpAIBAAKCAQEA") == std::string::npos, out.c_str());
            QCOMPARE(out.find("[masked:", out.find("[masked:") + 1), std::string::npos);
            QVERIFY2(out.starts_with("Here it is:\n[masked:"), out.c_str());
            QVERIFY2(out.ends_with("]\nKeep it safe." + std::string(200, '.')), out.c_str());
        }
    }

    void anExpressionWithoutEndWaitsForTheWholeAnswer()
    {
        const auto policy
            = policyWith(R"({"kind":"regex","patterns":[{"expression":"start.*stop"}]})", "mask");
        StreamRules rules(*policy,
            CallFacts{.identity = nullptr,
                .request = nullptr,
                .route = {},
                .provider = {},
                .sourceAddress = {},
                .allowedModels = {},
                .allowedTools = {},
                .entitlementKnown = false});
        TextChannel channel(rules, TrustZone::Assistant);
        std::string out;
        channel.append(std::string(4000, 'x'), out);
        QCOMPARE(out, std::string());
        QVERIFY(rules.buffersAll());
    }

    void aDelayedRuleCutsBehindTheStream()
    {
        const auto policy = policyWith(R"({"kind":"length","max":1000})", "block");
        Stream stream(*policy);
        const std::string out = stream.run(std::string(20000, 'x'), 10);
        QVERIFY(stream.cut);
        QVERIFY(out.size() >= 1000);
        QVERIFY(out.size() < 3000);
    }

    void holdsBackNoMoreThanThePrefix()
    {
        const auto policy = policyWith(R"({"kind":"secrets"})", "mask");
        RequestFacts facts;
        CallFacts call;
        call.request = &facts;
        StreamRules rules(*policy, call);
        QVERIFY(rules.holdBack() > 0 && rules.holdBack() <= 128);
        TextChannel channel(rules, TrustZone::Assistant);
        std::string out;
        for (int i = 0; i < 400; ++i)
            channel.append("word ", out);
        QVERIFY(out.size() + 128 + 5 >= channel.text().size());
        QVERIFY(channel.longestHoldBack() <= 128 + 5);
        QCOMPARE(channel.receivedBytes(), out.size());
    }
};

QTEST_GUILESS_MAIN(TestTextChannel)
#include "tst_text_channel.moc"
