// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One line of `gatehouse check --jsonl`: read strictly, then judged.

#include "core/base/error.h"
#include "core/message/wire_format.h"
#include "core/policy/compiled_policy.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::gateway::cli {

// What a line asks to have judged. Bodies are JSON text.
struct CheckLine {
    std::optional<std::string> text;
    TrustZone zone = TrustZone::User; // of text
    Stage stage = Stage::Request; // of text: request or response
    const WireFormat *format = nullptr; // of the bodies; null: openai.chat
    std::optional<std::string> request, response; // bodies
    std::optional<Identity> identity;
    std::string model;
    std::map<std::string, std::string> metadata;
    CallHeaders headers;
};

struct CheckLineRead {
    std::string id = "null"; // as it was written, JSON text; "null" when missing or not readable
    Result<CheckLine> line;
};

// InvalidInput for a name that is none, or one that may hold a secret.
[[nodiscard]] Status addHeader(
    CallHeaders &headers, std::string_view name, std::string_view value, const std::string &where);

// Any bytes. Malformed JSON, duplicate keys, unknown fields and wrong types are InvalidInput.
[[nodiscard]] CheckLineRead readCheckLine(std::string_view bytes);

struct CheckAnswer {
    Evaluation evaluation;
    // What a rule masked: JSON text; for `text` a string, for bodies {"request":{…},"response":{…}}. Empty:
    // no mask.
    std::string masked;
};
[[nodiscard]] Result<CheckAnswer> judge(const CompiledPolicy &policy, const CheckLine &line);

// The lines printed, without a line end.
[[nodiscard]] std::string answerLine(const std::string &id, const CheckAnswer &answer);
[[nodiscard]] std::string errorLine(const std::string &id, const Error &error);

} // namespace gatehouse::gateway::cli
