// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Recorded streams of every format, cut at every byte: the same findings in the same places as when the whole
// is judged at once, and the same text for the caller.
#include "core/message/wire_formats.h"
#include "core/policy/verdict.h"
#include "recorded.h"
#include "replay.h"
#include "test_policy.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

std::shared_ptr<const CompiledPolicy> compiled(const std::string &rules)
{
    const auto policy = CompiledPolicy::fromJson(policyOf(rules));
    if (!policy)
        qFatal("%s", qPrintable(explain(policy.error())));
    return *policy;
}

std::string rule(const std::string &id, const std::string &check, const std::string &action)
{
    return R"({"id":")" + id + R"(","stage":"response","check":)" + check + R"(,"action":")" + action + "\"}";
}

const std::string words = R"({"kind":"keywords","keywords":["zebra crossing"]})";
const std::string shapes
    = R"({"kind":"regex","patterns":[{"expression":"ticket-[0-9]{2,40}\\b","label":"ticket"}]})";

std::shared_ptr<const CompiledPolicy> maskingPolicy()
{
    static const auto policy = compiled(rule("w", words, "mask") + "," + rule("t", shapes, "mask"));
    return policy;
}

std::shared_ptr<const CompiledPolicy> blockingPolicy()
{
    static const auto policy = compiled(rule("t", shapes, "block"));
    return policy;
}

// "rule segment start-end label", one for each piece of evidence.
QStringList findingsOf(const Evaluation &evaluation)
{
    QStringList lines;
    for (const CheckResult &check : evaluation.verdict.checks) {
        for (const Evidence &found : check.evidence) {
            lines += QString("%1 %2 %3-%4 %5")
                         .arg(QString::fromStdString(check.rule), QString::fromStdString(found.pointer))
                         .arg(found.range.start)
                         .arg(found.range.end)
                         .arg(QString::fromStdString(found.label));
        }
    }
    return lines;
}

std::map<std::string, std::string> maskedTexts(const StreamEnd &end)
{
    std::map<std::string, std::string> texts;
    int index = 0;
    for (const Segment &segment : end.response.segments)
        texts[segment.pointer]
            = applyMasks(segment.text, spansOf(end.evaluation.masks, BodyPart::Response, index++));
    return texts;
}

QByteArray shown(const std::map<std::string, std::string> &texts)
{
    QByteArray out;
    for (const auto &[pointer, text] : texts)
        out += QByteArray::fromStdString(pointer + ": " + text + "\n");
    return out;
}

} // namespace

class TestStreamBorders : public QObject {
    Q_OBJECT

    static void fillRows()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("bytes");
        for (const RecordedStream &stream : recordedStreams())
            QTest::newRow(stream.name)
                << QByteArray(stream.format) << QByteArray::fromStdString(stream.bytes);
    }

private Q_SLOTS:
    void passesWhatNoRuleMinds_data() { fillRows(); }
    void passesWhatNoRuleMinds()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, bytes);
        const WireFormat &wire = *wireFormatNamed(format.toStdString());
        const std::string stream = bytes.toStdString();
        const Replay whole = replay(wire, openPolicy(), {stream});
        QVERIFY(whole.accepted && !whole.end.cut);
        QVERIFY(whole.end.response.usage.has_value());
        QCOMPARE(shown(textsOf(wire, whole.sent)), shown(maskedTexts(whole.end)));
        for (std::size_t at = 1; at < stream.size(); ++at) {
            const std::string_view view = stream;
            const Replay cut = replay(wire, openPolicy(), {view.substr(0, at), view.substr(at)});
            QVERIFY(cut.accepted);
            QCOMPARE(QByteArray::fromStdString(cut.sent), QByteArray::fromStdString(whole.sent));
        }
        const Replay bytewise = replay(wire, openPolicy(), cutEvery(stream, 1));
        QCOMPARE(QByteArray::fromStdString(bytewise.sent), QByteArray::fromStdString(whole.sent));
    }

    void masksTheSameWhereverItIsCut_data() { fillRows(); }
    void masksTheSameWhereverItIsCut()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, bytes);
        const WireFormat &wire = *wireFormatNamed(format.toStdString());
        const std::string stream = bytes.toStdString();
        const Replay whole = replay(wire, maskingPolicy(), {stream});
        QVERIFY(whole.accepted && !whole.end.cut);
        const QStringList findings = findingsOf(whole.end.evaluation);
        QVERIFY2(findings.size() >= 3, qPrintable(findings.join('\n')));
        QCOMPARE(shown(textsOf(wire, whole.sent)), shown(maskedTexts(whole.end)));
        QVERIFY(whole.sent.find("ticket-1") == std::string::npos);
        for (std::size_t at = 1; at < stream.size(); ++at) {
            const std::string_view view = stream;
            const Replay cut = replay(wire, maskingPolicy(), {view.substr(0, at), view.substr(at)});
            QCOMPARE(findingsOf(cut.end.evaluation), findings);
            QCOMPARE(shown(textsOf(wire, cut.sent)), shown(maskedTexts(whole.end)));
        }
    }

    void cutsTheSameWhereverItIsCut_data() { fillRows(); }
    void cutsTheSameWhereverItIsCut()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, bytes);
        const WireFormat &wire = *wireFormatNamed(format.toStdString());
        const std::string stream = bytes.toStdString();
        for (std::size_t at = 1; at < stream.size(); at += 3) {
            const std::string_view view = stream;
            const Replay cut = replay(wire, blockingPolicy(), {view.substr(0, at), view.substr(at)});
            QVERIFY(cut.end.cut);
            QCOMPARE(cut.end.evaluation.verdict.kind, VerdictKind::Blocked);
            std::size_t received = 0;
            for (const auto &[pointer, text] : textsOf(wire, cut.sent)) {
                QVERIFY2(text.find("ticket-") == std::string::npos, text.c_str());
                received += text.size();
            }
            QCOMPARE(cut.end.receivedBytes, static_cast<std::uint64_t>(received));
        }
    }
};

QTEST_GUILESS_MAIN(TestStreamBorders)
#include "tst_stream_borders.moc"
