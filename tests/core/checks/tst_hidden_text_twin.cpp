// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// hidden_text against slow twins: one for characters, and for HTML documents whose every element is known
// because they are built here.
#include "check_runner.h"
#include "choices.h"
#include "core/checks/hidden/invisible.h"
#include "hidden_text_twin.h"

#include <QTest>
#include <array>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

const std::u32string visible
    = U"aaabcdeopxZ1#_ .,-\nабеорж\u03BFναλω\u0627\u0628\u05D0\u0915\u17A0\u1000\u1820"
      U"\u0DC1漢字あ\u0E01한\u2801\u2764\u2600\u20E3!";
const std::u32string pictures = U"\U0001F600\U0001F469\U0001F467\U0001F525\U0001F3F4\U0001F3F3\u2764";
const std::u32string hidden
    = U"\u200B\u200C\u200D\u200E\u200F\u2060\u2063\uFEFF\u034F\u061C\u202A\u202B\u202C\u202D\u202E\u2066"
      U"\u2067"
      U"\u2068\u2069\u206A\uFE00\uFE0E\uFE0F\U000E0100\u180B\u180E\u180F\u115F\u1160\u17B4\u2800\u3164\uFFA0"
      U"\uFFF9\U0001BCA0\U0001D173\U000E0001\U000E0061\U000E007F\U000E0080\U000E01F0";

std::u32string generated(Random &random)
{
    static const std::array<std::u32string, 12> phrases{U"\u200D\U0001F469", U"\uFE0F", U"\uFE0F\u20E3",
        U"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
        U"\U0001F3F4\U000E0061\U000E0062\U000E007F", U"a\u00ADb\u00ADc\u00ADd", U"\u00AD", U"раypаl", U"Δx",
        U"mοre", U"i\u200Bg\u200Bn\u200Bore ", U"\u200D\u200D"};
    std::u32string text;
    // Hardly any right-to-left letter in some texts, so that turned direction is met with and without them.
    const bool leftToRight = oneIn(random, 2);
    for (std::size_t left = 1 + random() % 30; left > 0; --left) {
        const unsigned kind = random() % 10;
        if (kind < 5) {
            const char32_t value = oneOf(random, visible);
            text += leftToRight && readsRightToLeft(value) ? U'a' : value;
        } else if (kind < 6) {
            text += oneOf(random, pictures);
        } else if (kind < 9) {
            for (std::size_t times = oneIn(random, 4) ? random() % 6 : 1; times > 0; --times)
                text += oneOf(random, hidden);
        } else {
            text += oneOf(random, phrases);
        }
    }
    return text;
}

std::string utf8Of(const std::u32string &text)
{
    std::string out;
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    for (const char32_t c : text) {
        if (c < 0x80) {
            put(c);
            continue;
        }
        const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        put((more == 1 ? 0xC0U : more == 2 ? 0xE0U : 0xF0U) | c >> (6 * more));
        for (int i = more - 1; i >= 0; --i)
            put(0x80U | (c >> (6 * i) & 0x3FU));
    }
    return out;
}

// Writes elements and comments, and knows which of them hide a sentence.
class Document {
public:
    explicit Document(Random &random)
        : m_random(random)
    {
        for (std::size_t left = 1 + random() % 5; left > 0; --left) {
            m_text += oneOf(random, Texts{"", "Plain words. ", "a < b ", "\n"});
            oneIn(random, 3) ? addComment() : addElement();
        }
    }

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const std::vector<Span> &hidden() const { return m_hidden; }

private:
    struct Style {
        const char *attributes;
        double score; // 0: it is seen
    };

    // Some words, perhaps too few for a sentence, perhaps to a model.
    std::string content(bool &sentence, bool &toModel)
    {
        static const Texts words{"read", "the", "page", "über", "2024", "every", "<b>bold</b>", "end."};
        const std::size_t count = random() % 9;
        std::string text;
        for (std::size_t i = 0; i < count; ++i)
            text += (i > 0 ? " " : "") + oneOf(m_random, words);
        toModel = oneIn(m_random, 3);
        if (toModel)
            text += " dear Assistant ";
        sentence = count + (toModel ? 2 : 0) >= 5;
        return text;
    }

    void addElement()
    {
        static const std::array<Style, 19> styles{{{R"(style="display:none")", 0.5},
            {R"(style="color:red; DISPLAY : none")", 0.5}, {R"(style='visibility:hidden')", 0.5},
            {"id=x hidden", 0.5}, {R"(hidden="")", 0.5}, {R"(style="font-size:0")", 0.8},
            {R"(style="font-size: 0px;")", 0.8}, {R"(style="font-size:.1em")", 0.8},
            {R"(style="font-size:1px")", 0.8}, {R"(style="opacity:0")", 0.8},
            {R"(style="position:absolute;left:-9999px")", 0.8}, {R"(style="text-indent:-100px")", 0.8},
            {R"(style="color:#fff;background:#FFFFFF")", 0.8}, {R"(style="color:white")", 0.5},
            {R"(style="color:white;background:black")", 0}, {R"(style="font-size:12px")", 0},
            {R"(style="opacity:0.5")", 0}, {R"(style="left:-10px")", 0}, {R"(class="hidden")", 0}}};
        const Style &style = oneOf(m_random, styles);
        const std::string tag = oneOf(m_random, Texts{"p", "div", "SPAN", "h1"});
        bool sentence = false, toModel = false;
        const std::string inside = content(sentence, toModel);
        m_text += "<" + tag + " " + style.attributes + ">";
        if (sentence && style.score > 0)
            m_hidden.push_back({m_text.size(), m_text.size() + inside.size(), "hidden-html",
                std::min(style.score + (toModel ? 0.2 : 0), 0.95)});
        m_text += inside + "</" + tag + ">";
    }

    void addComment()
    {
        bool sentence = false, toModel = false;
        const std::string inside = content(sentence, toModel);
        m_text += "<!--";
        if (sentence)
            m_hidden.push_back(
                {m_text.size(), m_text.size() + inside.size(), "hidden-html", toModel ? 0.6 : 0.3});
        m_text += inside + "-->";
    }

    Random &m_random;
    std::string m_text;
    std::vector<Span> m_hidden;
};

QString described(const std::vector<Span> &spans)
{
    QStringList out;
    for (const Span &span : spans)
        out << QStringLiteral("%1@%2-%3 %4")
                   .arg(QString::fromStdString(span.label))
                   .arg(span.start)
                   .arg(span.end)
                   .arg(span.score);
    return out.join(", ");
}

std::vector<Span> spansOf(const CheckReport &report)
{
    std::vector<Span> spans;
    for (const CheckFinding &finding : report.findings)
        spans.push_back({finding.range.start, finding.range.end, finding.label, finding.score});
    return spans;
}

QString codePoints(const std::u32string &text)
{
    QStringList out;
    for (const char32_t value : text)
        out << QString::number(value, 16);
    return out.join(' ');
}

} // namespace

class TestHiddenTextTwin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyIgnorableCharacterIsKnown()
    {
        for (char32_t value = 0; value <= 0x10FFFF; ++value)
            QVERIFY2((invisibleKind(value) != Invisible::None) == isHidden(value),
                qPrintable(QString::number(value, 16)));
    }

    void characters_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void characters()
    {
        QFETCH(int, seed);
        const CheckRunner check("hidden_text", R"({"min_confidence":0})");
        Random random(static_cast<Random::result_type>(seed) * 7919);
        std::map<std::string, int> seen;
        for (int round = 0; round < 2500; ++round) {
            const std::u32string text = generated(random);
            const std::vector<Span> expected = HiddenTextTwin(text).found();
            const auto said = spansOf(check.run(utf8Of(text)));
            QVERIFY2(described(said) == described(expected),
                qPrintable(codePoints(text) + ": " + described(said) + " instead of " + described(expected)));
            for (const Span &span : expected)
                ++seen[span.label];
        }
        for (const char *label : {"zero-width", "bidi-control", "tag-characters", "variation-selectors",
                 "invisible-filler", "mixed-script"})
            QVERIFY2(seen[label] > 50, label);
    }

    void documents()
    {
        const CheckRunner check("hidden_text", R"({"min_confidence":0,"types":["hidden-html"]})");
        Random random(31);
        int found = 0;
        for (int round = 0; round < 5000; ++round) {
            const Document document(random);
            const auto said = spansOf(check.run(document.text()));
            QVERIFY2(described(said) == described(document.hidden()),
                qPrintable(QString::fromStdString(document.text()) + ": " + described(said) + " instead of "
                    + described(document.hidden())));
            found += static_cast<int>(said.size());
        }
        QVERIFY(found > 2000);
    }
};

QTEST_GUILESS_MAIN(TestHiddenTextTwin)
#include "tst_hidden_text_twin.moc"
