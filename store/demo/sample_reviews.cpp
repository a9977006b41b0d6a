// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/demo/sample_reviews.h"

#include "store/reviews.h"

#include <algorithm>
#include <chrono>

namespace gatehouse::store {

namespace {

constexpr std::string_view analysts[] = {"analyst-1", "analyst-2", "analyst-3"};
// One transaction and one audit entry each.
constexpr std::size_t idsPerChange = 100;

Disposition draw(VerdictKind verdict, Dice &dice)
{
    const double x = dice.real();
    if (verdict == VerdictKind::Blocked || verdict == VerdictKind::Masked)
        return x < 0.7 ? Disposition::TruePositive
            : x < 0.82 ? Disposition::FalsePositive
            : x < 0.92 ? Disposition::Duplicate
                       : Disposition::Benign;
    return x < 0.55 ? Disposition::Benign : x < 0.85 ? Disposition::TruePositive : Disposition::FalsePositive;
}

std::string noteFor(Disposition disposition)
{
    switch (disposition) {
    case Disposition::TruePositive:
        return "Owner told, credential or text withdrawn.";
    case Disposition::FalsePositive:
        return "A test value of the team.";
    case Disposition::Benign:
        return "Expected here.";
    case Disposition::Duplicate:
        return "Same run as one before.";
    case Disposition::None:
        break;
    }
    return {};
}

template <class Change>
Status inSlices(Store &store, const std::vector<InteractionId> &ids, Change change)
{
    for (std::size_t at = 0; at < ids.size(); at += idsPerChange) {
        const auto first = ids.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = ids.begin() + static_cast<std::ptrdiff_t>(std::min(at + idsPerChange, ids.size()));
        const auto calls = seeCalls(store, std::vector<InteractionId>(first, last));
        if (!calls)
            return tl::unexpected(calls.error());
        if (const auto done = change(*calls); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

} // namespace

SampleReviews::SampleReviews(std::uint64_t seed, Timestamp now)
    : m_dice(seed, 0x5e7)
    , m_now(now)
{
}

void SampleReviews::consider(const InteractionRow &row, VerdictKind finalVerdict)
{
    if (finalVerdict == VerdictKind::Allowed)
        return;
    const auto age = m_now - row.at;
    // People are a few hours behind and never quite done.
    const double decided = age > std::chrono::days(3) ? 0.94 : age > std::chrono::hours(8) ? 0.6 : 0.1;
    const std::string who(analysts[m_dice.below(std::size(analysts))]);
    const double x = m_dice.real();
    if (x < decided)
        m_decided[{who, draw(finalVerdict, m_dice)}].push_back(row.id);
    else if (x < decided + 0.02)
        m_assigned[who].push_back(row.id);
    else if (x < decided + 0.025)
        m_escalated.push_back(row.id);
}

Status SampleReviews::apply(Store &store)
{
    const std::string actor = store.actor();
    Status done;
    for (const auto &[decision, ids] : m_decided) {
        store.setActor("user:" + decision.first);
        const Disposition disposition = decision.second;
        done = inSlices(store, ids,
            [&](const auto &slice) { return resolve(store, slice, disposition, noteFor(disposition)); });
        if (!done)
            break;
    }
    for (const auto &[who, ids] : m_assigned) {
        store.setActor("user:" + who);
        if (done)
            done = inSlices(
                store, ids, [&, &name = who](const auto &slice) { return assign(store, slice, name); });
    }
    if (done)
        done = inSlices(store, m_escalated, [&](const auto &slice) { return escalate(store, slice); });
    store.setActor(actor);
    return done;
}

} // namespace gatehouse::store
