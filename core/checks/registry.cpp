// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/kinds.h"

#include <algorithm>
#include <numeric>

namespace gatehouse {

std::vector<Stage> textStages()
{
    return {Stage::Request, Stage::Response};
}

std::uint64_t bytesOf(std::span<const ScannedSegment> segments)
{
    return std::accumulate(segments.begin(), segments.end(), std::uint64_t{0},
        [](std::uint64_t sum, const ScannedSegment &scanned) {
            return sum + (scanned.view ? 0 : scanned.text.size());
        });
}

std::span<const CheckKind> checkKinds()
{
    static const std::vector<CheckKind> kinds = {anomalyKind(), canaryKind(), codeKind(), egressKind(),
        encodingKind(), hiddenTextKind(), instructionInDataKind(), jsonKeysKind(), jsonSchemaKind(),
        keywordsKind(), knownSecretsKind(), languageKind(), lengthKind(), llmJudgeKind(), metadataKind(),
        modelAllowKind(), moderationKind(), parametersKind(), piiKind(), promptInjectionKind(), regexKind(),
        repeatOffenderKind(), repeatedPayloadKind(), repetitionKind(), requestTypeKind(), roleSpoofKind(),
        secretsKind(), systemPromptLeakKind(), taintedToolCallKind(), timeWindowKind(), toolAllowKind(),
        unscannedKind(), urlsKind(), userKind(), virtualKeysKind(), webhookKind()};
    return kinds;
}

const CheckKind *findCheckKind(std::string_view kind)
{
    const auto kinds = checkKinds();
    const auto found
        = std::find_if(kinds.begin(), kinds.end(), [&](const CheckKind &k) { return k.kind == kind; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace gatehouse
