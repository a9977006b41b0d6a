// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One function per check kind; registry.cpp gathers them, nobody else needs them.

#include "core/checks/check.h"

namespace gatehouse {

[[nodiscard]] CheckKind anomalyKind();
[[nodiscard]] CheckKind canaryKind();
[[nodiscard]] CheckKind codeKind();
[[nodiscard]] CheckKind egressKind();
[[nodiscard]] CheckKind encodingKind();
[[nodiscard]] CheckKind hiddenTextKind();
[[nodiscard]] CheckKind instructionInDataKind();
[[nodiscard]] CheckKind jsonKeysKind();
[[nodiscard]] CheckKind jsonSchemaKind();
[[nodiscard]] CheckKind keywordsKind();
[[nodiscard]] CheckKind knownSecretsKind();
[[nodiscard]] CheckKind languageKind();
[[nodiscard]] CheckKind lengthKind();
[[nodiscard]] CheckKind llmJudgeKind();
[[nodiscard]] CheckKind metadataKind();
[[nodiscard]] CheckKind modelAllowKind();
[[nodiscard]] CheckKind moderationKind();
[[nodiscard]] CheckKind parametersKind();
[[nodiscard]] CheckKind piiKind();
[[nodiscard]] CheckKind promptInjectionKind();
[[nodiscard]] CheckKind regexKind();
[[nodiscard]] CheckKind repeatOffenderKind();
[[nodiscard]] CheckKind repeatedPayloadKind();
[[nodiscard]] CheckKind repetitionKind();
[[nodiscard]] CheckKind requestTypeKind();
[[nodiscard]] CheckKind roleSpoofKind();
[[nodiscard]] CheckKind secretsKind();
[[nodiscard]] CheckKind systemPromptLeakKind();
[[nodiscard]] CheckKind taintedToolCallKind();
[[nodiscard]] CheckKind timeWindowKind();
[[nodiscard]] CheckKind toolAllowKind();
[[nodiscard]] CheckKind unscannedKind();
[[nodiscard]] CheckKind urlsKind();
[[nodiscard]] CheckKind userKind();
[[nodiscard]] CheckKind virtualKeysKind();
[[nodiscard]] CheckKind webhookKind();

// Stages of checks that read text.
[[nodiscard]] std::vector<Stage> textStages();
// Bytes of all segments (not of their views): what a check that reads whole segments reports as read.
[[nodiscard]] std::uint64_t bytesOf(std::span<const ScannedSegment> segments);

} // namespace gatehouse
