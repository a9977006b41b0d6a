// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/url/find_urls.h"

#include <QTest>
#include <chrono>

using namespace gatehouse;

namespace {

QString wordFor(const FoundUrl &url)
{
    static const QStringList syntaxes{"bare", "markdown", "html"};
    static const QStringList uses{"text", "link", "embedded"};
    return syntaxes[static_cast<int>(url.syntax)] + '-' + uses[static_cast<int>(url.use)];
}

// "markdown-link:the url as written|…"
QString describe(std::string_view text)
{
    QStringList out;
    for (const FoundUrl &url : findUrls(text)) {
        const std::string_view written = text.substr(url.range.start, url.range.size());
        out << wordFor(url) + ':' + QString::fromUtf8(written.data(), static_cast<qsizetype>(written.size()));
    }
    return out.join('|');
}

} // namespace

class TestFindUrls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const char *text, const char *found) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("nothing", "no address: none here, 12:30 and a/b", "");
        row("bare", "see https://a.example/x?y=1#z.", "bare-text:https://a.example/x?y=1#z");
        row("in brackets", "(https://a.example/x_(y)) done", "bare-text:https://a.example/x_(y)");
        row("after a full stop", "see.https://a.example", "bare-text:https://a.example");
        row("two with a comma", "https://a.example,https://b.example",
            "bare-text:https://a.example|bare-text:https://b.example");
        row("quoted list", "['https://a.example/1','https://b.example/2']",
            "bare-text:https://a.example/1|bare-text:https://b.example/2");
        row("www", "go to www.a.example/x, or WWW.b.example",
            "bare-text:www.a.example/x|bare-text:WWW.b.example");
        row("no www inside a name", "mail.www.a.example x@www.a.example", "");
        row("other schemes", "ftp://a.example git+ssh://b.example/r.git",
            "bare-text:ftp://a.example|bare-text:git+ssh://b.example/r.git");
        row("escaped slashes", "\"u\":\"https:\\/\\/a.example\\/x\"", "bare-text:https:\\/\\/a.example\\/x");
        row("East Asian text", "请看https://a.example/页。谢谢", "bare-text:https://a.example/页");
        row("Arabic text", "https://a.example/x، شكرا", "bare-text:https://a.example/x");
        row("punctuation of names", "https://paral·lel.example https://ア・イ.example",
            "bare-text:https://paral·lel.example|bare-text:https://ア・イ.example");
        row("East Asian stop in a name", "https://a.example。evil.example",
            "bare-text:https://a.example。evil.example");
        row("curly quotes", "“https://a.example/x”", "bare-text:https://a.example/x");
        row("userinfo", "https://good.example)@evil.example/x",
            "bare-text:https://good.example)@evil.example/x");
        row("address", "http://[2001:db8::1]:8080/x http://10.0.0.1/",
            "bare-text:http://[2001:db8::1]:8080/x|bare-text:http://10.0.0.1/");
        row("autolink", "<https://a.example/x>", "bare-text:https://a.example/x");
        row("link", "[x](https://a.example/x \"t\")", "markdown-link:https://a.example/x");
        row("image", "![x](https://a.example/x.png)", "markdown-embedded:https://a.example/x.png");
        row("image in a link", "[![i](//a.example/i)](//b.example/l)",
            "markdown-embedded://a.example/i|markdown-link://b.example/l");
        row("pointed", "[x](<https://a.example/a b>)", "markdown-link:https://a.example/a b");
        row("cut short", "![x](https://a.example/x?d=", "markdown-embedded:https://a.example/x?d=");
        row("its own text", "[https://a.example](https://a.example)",
            "bare-text:https://a.example|markdown-link:https://a.example");
        row("reference", "[x][1]\n\n[1]: https://a.example/x", "markdown-link:https://a.example/x");
        row("reference of an image", "![x][Some  id]\n\n[some id]: https://a.example/x",
            "markdown-embedded:https://a.example/x");
        row("shortcut of an image", "![id]\n\n[id]: <https://a.example/x>",
            "markdown-embedded:https://a.example/x");
        row("relative", "[x](docs/a.md) ![y](#z)", "");
        row("bare before a link", "https://a.example/[x](//b.example)",
            "bare-text:https://a.example/[x]|markdown-link://b.example");
        row("tag", "<a href=\"https://a.example/x\">", "html-link:https://a.example/x");
        row("image tag", "<IMG alt='>' SRC=//a.example/x.png >", "html-embedded://a.example/x.png");
        row("image set", "<img srcset=\"//a.example/1 1x, //a.example/2,b 2x\">",
            "html-embedded://a.example/1|html-embedded://a.example/2,b");
        row("style sheet", "<link rel=stylesheet href=\"//a.example/s\">", "html-embedded://a.example/s");
        row("style", "<p style=\"background: url('//a.example/b?c=1&amp;d=2')\">",
            "html-embedded://a.example/b?c=1&amp;d=2");
        row("style, quoted by reference", "<p style=\"background: url(&quot;//a.example/b&quot;)\">",
            "html-embedded://a.example/b");
        row("refresh", "<meta http-equiv=\"refresh\" content=\"0; URL='//a.example/r'\">",
            "html-embedded://a.example/r'");
        row("other attribute", "<p title=\"at https://a.example/t\">", "bare-text:https://a.example/t");
        row("script address", "<a href=javascript:alert(1)>", "html-link:javascript:alert(1)");
        row("quote never closed", "<img alt=\"x src=//a.example/x>", "html-embedded://a.example/x");
        row("less than", "if a <b then see https://a.example/x", "bare-text:https://a.example/x");
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, found);
        QCOMPARE(describe(text.toStdString()), found);
    }

    void partsAreWhatABrowserReads_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("parts"); // scheme host port path query, or the problem
        const auto row = [](const char *url, const char *parts) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(parts);
        };
        row("HTTPS://Docs.A.Example:8443/P?q", "https docs.a.example 8443 /P q");
        row("https://good.example@evil.example/", "https evil.example 0 /");
        row("https://good.example\\@evil.example", "https good.example 0 \\@evil.example");
        row("https:evil.example", "https evil.example 0");
        row("https:/\\evil.example", "https evil.example 0");
        row("//evil.example/x", " evil.example 0 /x");
        row("\\\\evil.example/x", " evil.example 0 /x");
        row("ht\ttps://evil.exa\nmple", "https evil.example 0");
        row("https://ev%69l.example", "https evil.example 0");
        row("https://bücher.example", "https xn--bcher-kva.example 0");
        row("https://ｅｖｉｌ.example", "https evil.example 0");
        row("https://а.example", "https xn--80a.example 0");
        row("http://2130706433/", "http 127.0.0.1 0 /");
        row("http://0x7f.1/", "http 127.0.0.1 0 /");
        row("http://0177.0.0.1/", "http 127.0.0.1 0 /");
        row("http://[::FFFF:127.0.0.1]/", "http ::ffff:127.0.0.1 0 /");
        row("http://a.example./", "http a.example 0 /");
        row("data:text/html,x", "data  0 text/html,x");
        row("http://256.1.1.1/", "bad_host");
        row("http://a..example/", "bad_host");
        row("http://a b.example/", "bad_host");
        row("http://xn--/", "bad_host");
        row("https:///", "no_host");
        row("http://a.example:99999/", "bad_port");
        row("http://a.example/%zz", "bad_escape");
        row("mailto", "");
        row("a/b", "");
    }
    void partsAreWhatABrowserReads()
    {
        QFETCH(QString, url);
        QFETCH(QString, parts);
        const auto parsed = parseUrl(url.toStdString());
        QCOMPARE(parsed.has_value(), !parts.isEmpty());
        if (!parsed)
            return;
        const QStringList words{QString::fromStdString(parsed->scheme), QString::fromStdString(parsed->host),
            QString::number(parsed->port.value_or(0)), QString::fromStdString(parsed->path),
            QString::fromStdString(parsed->query)};
        QString got = words.join(' ');
        while (got.endsWith(' '))
            got.chop(1);
        QCOMPARE(parsed->isValid() ? got : QString::fromStdString(parsed->problem), parts);
    }

    void escapesAreResolved()
    {
        const auto markdown = findUrls("[x](https://a.example/a\\_b&amp;c)");
        QCOMPARE(markdown.at(0).url, "https://a.example/a_b&c");
        const auto html = findUrls("<img src='https&colon;&#x2f;&#47;a.example&sol;x?a=1&amp;b=2'>");
        QCOMPARE(html.at(0).parts.host, "a.example");
        QCOMPARE(html.at(0).parts.query, "a=1&b=2");
    }

    // Texts that make a careless finder look at every byte again and again.
    void staysLinear_data()
    {
        QTest::addColumn<QByteArray>("part");
        for (const char *part :
            {"[", "](", "](<", "[x](", "<a ", "<a b=\"", "<a b='x\" c=", "www.a)", "a:", "://", "https://",
                "https://a@", "[a]:", "url(", "![a][b", "&#x2f", "https://[", "<img srcset=a,"})
            QTest::newRow(part) << QByteArray(part);
    }
    void staysLinear()
    {
        QFETCH(QByteArray, part);
        const auto seconds = [&](int times) {
            const std::string text = part.repeated(times).toStdString();
            const auto start = std::chrono::steady_clock::now();
            const auto found = findUrls(text);
            QTest::qCompare(found.size() <= text.size(), true, "", "", __FILE__, __LINE__);
            return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        };
        const int times = static_cast<int>(400'000 / part.size());
        QVERIFY2(seconds(times) < 2.0, "400 KB took seconds");
    }

    // Every URL is a slice of the text that reads as the URL again, in order, whatever the text.
    void rangesAreOrderedSlices()
    {
        static constexpr std::string_view pieces[]
            = {"https://a.example/x", "[", "](", ")", "![", "<img src=", ">", "\"", " ", "//b.example",
                "www.c.example", "]:", "\n", "\\", "url(", "é", "。", "@", "x", "&amp;"};
        std::uint32_t state = 7;
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (int i = 0; i < 24; ++i) {
                state = state * 1664525U + 1013904223U;
                text += pieces[(state >> 16U) % std::size(pieces)];
            }
            std::size_t end = 0;
            for (const FoundUrl &url : findUrls(text)) {
                QVERIFY2(url.range.start >= end && url.range.end <= text.size(), text.c_str());
                QVERIFY2(url.range.end > url.range.start, text.c_str());
                end = url.range.end;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFindUrls)
#include "tst_find_urls.moc"
