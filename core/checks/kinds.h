// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One function per check kind; registry.cpp gathers them, nobody else needs them.

#include "core/checks/check.h"

namespace gatehouse {

[[nodiscard]] CheckKind canaryKind();
[[nodiscard]] CheckKind egressKind();
[[nodiscard]] CheckKind encodingKind();
[[nodiscard]] CheckKind hiddenTextKind();
[[nodiscard]] CheckKind instructionInDataKind();
[[nodiscard]] CheckKind keywordsKind();
[[nodiscard]] CheckKind lengthKind();
[[nodiscard]] CheckKind metadataKind();
[[nodiscard]] CheckKind modelAllowKind();
[[nodiscard]] CheckKind piiKind();
[[nodiscard]] CheckKind promptInjectionKind();
[[nodiscard]] CheckKind regexKind();
[[nodiscard]] CheckKind roleSpoofKind();
[[nodiscard]] CheckKind secretsKind();
[[nodiscard]] CheckKind systemPromptLeakKind();
[[nodiscard]] CheckKind taintedToolCallKind();
[[nodiscard]] CheckKind toolAllowKind();
[[nodiscard]] CheckKind unscannedKind();

// Stages of checks that read text.
[[nodiscard]] std::vector<Stage> textStages();
// Bytes of all segments (not of their views): what a check that reads whole segments reports as read.
[[nodiscard]] std::uint64_t bytesOf(std::span<const ScannedSegment> segments);

} // namespace gatehouse
