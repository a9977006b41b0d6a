// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// moderation against a slow search for its phrases, and language against texts whose languages are known
// because they were written in them.
#include "check_runner.h"
#include "choices.h"
#include "core/checks/moderation/packs.h"

#include <QTest>
#include <array>
#include <boost/json/serialize.hpp>
#include <map>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

using namespace gatehouse;
using namespace gatehouse::test;

namespace json = boost::json;

namespace {

struct Character {
    UChar32 value = 0, folded = 0;
    std::size_t start = 0, end = 0;
};

std::vector<Character> charactersOf(std::string_view text)
{
    std::vector<Character> characters;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        const QString one = QString::fromUtf8(text.data() + at, static_cast<qsizetype>(end - at));
        const auto value = static_cast<UChar32>(one.toUcs4().front());
        characters.push_back({value, u_foldCase(value, U_FOLD_CASE_DEFAULT), at, end});
        at = end;
    }
    return characters;
}

bool isOfScript(UChar32 value, const std::set<int> &scripts)
{
    UErrorCode status = U_ZERO_ERROR;
    return scripts.count(uscript_getScript(value, &status)) == 1;
}

// Whether two neighbours belong to one word: letters and digits of scripts that write spaces.
bool isOneWord(const Character &left, const Character &right)
{
    static const std::set<int> unspaced{USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI};
    const auto ofWord = [&](UChar32 value) {
        return (u_isalnum(value) != 0 || value == '_' || (U_GET_GC_MASK(value) & U_GC_M_MASK) != 0)
            && !isOfScript(value, unspaced);
    };
    return ofWord(left.value) && ofWord(right.value);
}

struct Phrase {
    std::string category;
    double weight = 0;
    std::vector<Character> characters;
};

struct Hit {
    std::size_t start = 0, end = 0, phrase = 0;
};

// The longest phrase at each place where a word starts.
std::vector<Hit> hitsIn(const std::vector<Character> &text, const std::vector<Phrase> &phrases)
{
    std::vector<Hit> hits;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && isOneWord(text[at - 1], text[at]))
            continue;
        std::size_t longest = 0, which = 0;
        for (std::size_t i = 0; i < phrases.size(); ++i) {
            const auto &wanted = phrases[i].characters;
            if (wanted.size() <= longest || at + wanted.size() > text.size())
                continue;
            const bool same = std::equal(wanted.begin(), wanted.end(), text.begin() + static_cast<long>(at),
                [](const Character &a, const Character &b) { return a.folded == b.folded; });
            const std::size_t end = at + wanted.size();
            // Korean words take their particles without a space.
            const bool ends = end == text.size() || !isOneWord(text[end - 1], text[end])
                || isOfScript(text[end - 1].value, {USCRIPT_HANGUL});
            if (same && ends) {
                longest = wanted.size();
                which = i;
            }
        }
        if (longest > 0)
            hits.push_back({text[at].start, text[at + longest - 1].end, which});
    }
    return hits;
}

QString found(const std::string &label, std::size_t start, std::size_t end)
{
    return QString("%1@%2-%3").arg(QString::fromStdString(label)).arg(start).arg(end);
}

std::string inOtherCase(Random &random, const std::string &text)
{
    const QString written = QString::fromStdString(text);
    return (oneIn(random, 2) ? written.toUpper() : written.toLower()).toStdString();
}

struct Language {
    const char *code;
    std::string text;
};

// Written for this test: people talk about a town, its market and the weather.
const std::array<Language, 8> &languages()
{
    static const std::array<Language, 8> all{
        {{"en",
             "The market opens early in the morning, and the people of our town like to talk about the "
             "weather while they buy bread and vegetables. "},
            {"de",
                "Der Markt öffnet früh am Morgen, und die Leute unserer Stadt reden gern über das Wetter, "
                "während sie Brot und Gemüse kaufen. "},
            {"fr",
                "Le marché ouvre tôt le matin, et les gens de notre ville aiment parler du temps pendant "
                "qu'ils achètent du pain et des légumes. "},
            {"es",
                "El mercado abre temprano por la mañana, y a la gente de nuestra ciudad le gusta hablar del "
                "tiempo mientras compra pan y verduras. "},
            {"ru",
                "Рынок открывается рано утром, и жители нашего города любят поговорить о погоде, пока "
                "покупают хлеб и овощи. "},
            {"el",
                "Η αγορά ανοίγει νωρίς το πρωί και οι άνθρωποι της πόλης μας μιλούν για τον καιρό ενώ "
                "αγοράζουν ψωμί και λαχανικά. "},
            {"ja", "市場は朝早く開き、町の人々はパンや野菜を買いながら天気について話すのが好きです。"},
            {"ar",
                "يفتح السوق في الصباح الباكر، ويحب أهل مدينتنا الحديث عن الطقس وهم يشترون الخبز والخضار. "}}};
    return all;
}

} // namespace

class TestWordingTwins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void moderation_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void moderation()
    {
        QFETCH(int, seed);
        Random random(static_cast<Random::result_type>(seed) * 7919);
        Texts categories;
        for (const ModerationPack &pack : moderationPacks())
            categories.emplace_back(pack.category);
        int hits = 0;
        for (int rule = 0; rule < 12; ++rule) {
            const Texts wanted = someOf(random, categories, 4);
            const double least = static_cast<double>(random() % 10) / 10;
            const std::string own = oneOf(random, categories);
            json::object parameters{{"min_confidence", least}, {"thresholds", json::object{{own, 0.3}}}};
            if (!wanted.empty())
                parameters["categories"] = jsonOf(wanted);
            const CheckRunner check("moderation", json::serialize(parameters));
            std::vector<Phrase> phrases;
            Texts texts;
            for (const ModerationPack &pack : moderationPacks()) {
                for (const ModerationPhrase &phrase : pack.phrases) {
                    texts.emplace_back(phrase.text);
                    if (wanted.empty() || isIn(wanted, std::string(pack.category)))
                        phrases.push_back(
                            {std::string(pack.category), phrase.weight, charactersOf(phrase.text)});
                }
            }
            for (int round = 0; round < 25; ++round) {
                const std::string text = madeOf(random, texts);
                const CheckReport report = check.run(text);
                const auto [expected, score] = judged(text, phrases, own, least);
                QVERIFY2(describe(report) == expected.join(' '),
                    qPrintable(QString::fromStdString(text) + "\n" + describe(report) + " instead of "
                        + expected.join(' ')));
                QVERIFY(report.score && std::abs(*report.score - score) < 1e-12);
                hits += static_cast<int>(expected.size());
            }
        }
        QVERIFY(hits > 100);
    }

    void language()
    {
        Random random(43);
        int failed = 0, passed = 0;
        for (int rule = 0; rule < 200; ++rule) {
            const Texts codes{"en", "de", "fr", "es", "ru", "el", "ja", "ar"};
            const Texts allow = someOf(random, codes, 3), deny = someOf(random, codes, 2);
            if (allow.empty() && deny.empty())
                continue;
            const bool failUnknown = oneIn(random, 2);
            json::object parameters{{"min_bytes", 100}, {"unknown", failUnknown ? "fail" : "pass"}};
            if (!allow.empty())
                parameters["allow"] = jsonOf(allow);
            if (!deny.empty())
                parameters["deny"] = jsonOf(deny);
            const CheckRunner check("language", json::serialize(parameters));
            for (int round = 0; round < 10; ++round) {
                Texts written;
                const std::string text = textIn(random, written);
                Texts expected;
                for (const std::string &code : written) {
                    if (isIn(deny, code) || (!allow.empty() && !isIn(allow, code)))
                        expected.push_back(found("language-" + code, 0, text.size()).toStdString());
                }
                if (written.empty() && failUnknown)
                    expected.push_back(found("language-unknown", 0, text.size()).toStdString());
                const CheckReport report = check.run(text);
                if (text.size() < 100) {
                    QCOMPARE(report.outcome, CheckOutcome::NotRun);
                    continue;
                }
                Texts said;
                for (const CheckFinding &finding : report.findings)
                    said.push_back(
                        found(finding.label, finding.range.start, finding.range.end).toStdString());
                std::sort(said.begin(), said.end());
                std::sort(expected.begin(), expected.end());
                QVERIFY2(said == expected, qPrintable(QString::fromStdString(text) + describe(report)));
                ++(expected.empty() ? passed : failed);
            }
        }
        QVERIFY(failed > 300 && passed > 300);
    }

private:
    static std::string madeOf(Random &random, const Texts &phrases)
    {
        static const Texts glue{" ", " and ", ", ", ".", "", "s ", "x", "_", "가 ", "\U0001F4A3", "、", "é",
            "1", "-", "\n", "\u0301 "};
        std::string text;
        for (std::size_t left = 1 + random() % 8; left > 0; --left) {
            std::string phrase = oneOf(random, phrases);
            if (oneIn(random, 3))
                phrase = inOtherCase(random, phrase);
            text += phrase + oneOf(random, glue);
        }
        return text;
    }

    // Each phrase counts once; what they say of a category adds up as independent signs do.
    static std::pair<QStringList, double> judged(
        const std::string &text, const std::vector<Phrase> &phrases, const std::string &own, double least)
    {
        const std::vector<Hit> hits = hitsIn(charactersOf(text), phrases);
        std::map<std::string, double> doubt;
        std::set<std::size_t> counted;
        for (const Hit &hit : hits) {
            doubt.emplace(phrases[hit.phrase].category, 1.0);
            if (counted.insert(hit.phrase).second)
                doubt[phrases[hit.phrase].category] *= 1.0 - phrases[hit.phrase].weight;
        }
        QStringList expected;
        double score = 0;
        for (const Hit &hit : hits) {
            const std::string &category = phrases[hit.phrase].category;
            const double sure = 1.0 - doubt[category];
            score = std::max(score, sure);
            if (sure >= (category == own ? 0.3 : least))
                expected << found(category, hit.start, hit.end);
        }
        return {expected, score};
    }

    // Half and half of two alphabets, one language alone, figures without any, or too little of it.
    static std::string textIn(Random &random, Texts &written)
    {
        const Language &one = oneOf(random, languages());
        const unsigned kind = random() % 6;
        if (kind == 0)
            return "Good day";
        if (kind == 1) {
            std::string figures;
            while (figures.size() < 200)
                figures += std::to_string(random() % 100000) + (oneIn(random, 2) ? " | " : ";\n");
            return figures;
        }
        written = {one.code};
        if (kind < 5)
            return one.text + one.text;
        // Bytes are what counts: a Greek letter has two, a Latin one has one.
        written = {"el", "en"};
        return languages()[5].text + languages()[0].text + languages()[0].text;
    }
};

QTEST_GUILESS_MAIN(TestWordingTwins)
#include "tst_wording_twins.moc"
