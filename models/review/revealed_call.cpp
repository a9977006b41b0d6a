// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/review/revealed_call.h"

#include "store/originals.h"
#include "store/records.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace gatehouse::console {

namespace {

using Originals = std::vector<const store::Original *>;

Originals originalsOf(const std::vector<store::BodyOriginals> &bodies, BodyPart in, int segment)
{
    Originals found;
    for (const store::BodyOriginals &body : bodies) {
        for (const store::Original &original : body.originals) {
            if (body.in == in && original.segment == segment)
                found.push_back(&original);
        }
    }
    std::sort(found.begin(), found.end(),
        [](const auto *a, const auto *b) { return a->stored.start < b->stored.start; });
    return found;
}

// The text as it was sent; false when the originals do not fit what is stored.
bool unmask(std::string &text, const Originals &originals)
{
    std::string whole;
    std::size_t at = 0;
    for (const store::Original *original : originals) {
        const ByteRange &mask = original->stored;
        if (mask.start < at || mask.end < mask.start || mask.end > text.size())
            return false;
        whole.append(text, at, mask.start - at);
        if (whole.size() != original->range.start || original->text.reveal().size() != original->range.size())
            return false;
        whole += original->text.reveal();
        at = mask.end;
    }
    whole.append(text, at);
    text.swap(whole);
    return true;
}

// Where a place in the stored text is in the original; one inside a mask is at the original's end or start.
std::size_t placeOf(const Originals &originals, std::size_t stored, bool isEnd)
{
    std::size_t from = 0, to = 0;
    for (const store::Original *original : originals) {
        const ByteRange &mask = original->stored;
        if (isEnd ? stored <= mask.start : stored < mask.start)
            break;
        if (isEnd ? stored <= mask.end : stored < mask.end)
            return isEnd ? original->range.end : original->range.start;
        from = mask.end;
        to = original->range.end;
    }
    return stored - from + to;
}

void placeEvidence(std::vector<CheckResult> &checks, const std::vector<store::BodyOriginals> &bodies)
{
    for (CheckResult &check : checks) {
        for (Evidence &evidence : check.evidence) {
            if (!evidence.stored)
                continue;
            const Originals originals = originalsOf(bodies, evidence.in, evidence.segment);
            evidence.stored = ByteRange{placeOf(originals, evidence.stored->start, false),
                placeOf(originals, evidence.stored->end, true)};
        }
    }
}

void wipeText(QString &text)
{
    if (text.isDetached())
        OPENSSL_cleanse(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace

Result<Conversation> revealedConversation(
    store::InteractionDetail detail, const std::vector<store::BodyOriginals> &bodies)
{
    std::map<BodyPart, int> counts;
    bool fits = true;
    for (StoredSegment &stored : detail.segments)
        fits = unmask(stored.segment.text, originalsOf(bodies, stored.in, counts[stored.in]++)) && fits;
    Result<Conversation> conversation
        = fail(ErrorKind::Corrupt, "the sealed originals do not fit what is stored", detail.row.id.value,
            "restore the store from a backup");
    if (fits) {
        placeEvidence(detail.checks, bodies);
        conversation = conversationOf(detail, TextShown::Revealed);
    }
    for (StoredSegment &stored : detail.segments)
        OPENSSL_cleanse(stored.segment.text.data(), stored.segment.text.size());
    return conversation;
}

void wipe(QList<EvidencePart> &parts)
{
    for (EvidencePart &part : parts) {
        wipeText(part.text);
        wipeText(part.source);
        for (EvidenceAside &aside : part.asides) {
            wipeText(aside.left);
            wipeText(aside.right);
        }
    }
    parts.clear();
}

} // namespace gatehouse::console
