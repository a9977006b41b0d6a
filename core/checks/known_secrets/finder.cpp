// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/known_secrets/finder.h"

#include <algorithm>

namespace gatehouse {

namespace {

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Whether a secret may begin or end between the bytes before and at `at`.
bool isBoundary(std::string_view text, std::size_t at)
{
    return at == 0 || at == text.size() || !isWordByte(text[at - 1]) || !isWordByte(text[at]);
}

} // namespace

SecretFinder::SecretFinder(FingerprintKeys keys, std::vector<Known> known)
    : m_keys(std::move(keys))
{
    std::map<std::size_t, std::vector<Known>> unbroken, spaced;
    for (Known &one : known)
        (one.fingerprint.spaced ? spaced : unbroken)[one.fingerprint.length].push_back(std::move(one));
    const auto prepare = [&](std::map<std::size_t, std::vector<Known>> &from, Lengths &lengths) {
        for (auto &[length, list] : from) {
            std::stable_sort(list.begin(), list.end(),
                [](const Known &a, const Known &b) { return a.fingerprint.gate < b.fingerprint.gate; });
            std::uint64_t power = 1;
            for (std::size_t i = 0; i < length; ++i)
                power *= m_keys.base();
            lengths.push_back({length, power, std::move(list)});
        }
    };
    prepare(unbroken, m_unbroken);
    prepare(spaced, m_spaced);
}

std::size_t SecretFinder::longest() const
{
    return std::max(
        m_unbroken.empty() ? 0 : m_unbroken.back().length, m_spaced.empty() ? 0 : m_spaced.back().length);
}

const SecretFinder::Known *SecretFinder::prove(
    const Length &length, std::uint64_t hash, std::string_view value) const
{
    const std::uint16_t gate = FingerprintKeys::gateOf(hash);
    auto at = std::lower_bound(length.known.begin(), length.known.end(), gate,
        [](const Known &known, std::uint16_t wanted) { return known.fingerprint.gate < wanted; });
    if (at == length.known.end() || at->fingerprint.gate != gate)
        return nullptr;
    const Sha256 proof = m_keys.proofOf(value);
    for (; at != length.known.end() && at->fingerprint.gate == gate; ++at) {
        if (equalInConstantTime(proof, at->fingerprint.proof))
            return &*at;
    }
    return nullptr;
}

void SecretFinder::findIn(std::string_view text, ByteRange run, const Lengths &lengths,
    std::vector<std::pair<ByteRange, std::size_t>> &places) const
{
    // prefix[i]: hash of the first i bytes of the run.
    thread_local std::vector<std::uint64_t> prefix;
    prefix.resize(run.size() + 1);
    prefix[0] = 0;
    for (std::size_t i = 0; i < run.size(); ++i)
        prefix[i + 1]
            = prefix[i] * m_keys.base() + m_keys.mix(static_cast<unsigned char>(text[run.start + i]));
    const std::size_t shortest = lengths.front().length;
    for (std::size_t start = run.start; start + shortest <= run.end; ++start) {
        if (!isBoundary(text, start))
            continue;
        for (const Length &length : lengths) {
            const std::size_t end = start + length.length;
            if (end > run.end)
                break;
            if (!isBoundary(text, end))
                continue;
            const std::uint64_t hash = prefix[end - run.start] - prefix[start - run.start] * length.power;
            if (const Known *known = prove(length, hash, text.substr(start, length.length)))
                places.emplace_back(ByteRange{start, end}, known->index);
        }
    }
}

void SecretFinder::find(
    std::string_view text, const std::function<void(ByteRange, std::size_t index)> &found) const
{
    std::vector<std::pair<ByteRange, std::size_t>> places;
    if (!m_unbroken.empty()) {
        std::size_t start = 0;
        for (std::size_t at = 0; at <= text.size(); ++at) {
            if (at < text.size() && !isWhiteSpace(text[at]))
                continue;
            if (at - start >= m_unbroken.front().length)
                findIn(text, {start, at}, m_unbroken, places);
            start = at + 1;
        }
    }
    if (!m_spaced.empty() && text.size() >= m_spaced.front().length)
        findIn(text, {0, text.size()}, m_spaced, places);
    std::sort(places.begin(), places.end(), [](const auto &a, const auto &b) {
        return a.first.start != b.first.start ? a.first.start < b.first.start : a.first.end < b.first.end;
    });
    for (const auto &[range, index] : places)
        found(range, index);
}

} // namespace gatehouse
