// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the sandbox provider will answer, decided by the prompt alone.
//
// The last user message may hold directives, one line each or several joined by commas:
//   sandbox: secret          the answer holds a made-up credential, generated when asked
//   sandbox: pii             the answer holds a made-up card number, IBAN, address and phone number
//   sandbox: long N          the answer has N words (at most 200000)
//   sandbox: json TEXT       the answer is a JSON object with this text
//   sandbox: tool NAME       the answer is a call of the tool NAME
//   sandbox: slow D          the answer begins after D ("2s", "300ms"; at most 10 minutes)
//   sandbox: pace D          a stream waits D between two pieces
//   sandbox: error N         the answer is an error with HTTP status N (400 to 599)
//   sandbox: garbage         the answer is not in the wire format
//   sandbox: drop            the connection is lost in the middle of the answer
// Without a directive the answer repeats what was asked. Same body, same answer, byte for byte.

#include "core/base/error.h"
#include "core/message/wire_format.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::gateway {

struct SandboxScript {
    std::string id; // from the body's digest
    std::string model;
    std::string text; // the answer's words; a tool call's argument when toolName is set
    std::string toolName;
    std::vector<std::string> inputs; // texts to embed; of other calls what was said in one way or another
    int choices = 1;
    bool includeUsage = false; // of a stream
    // Answers are the same on every day, so their date is too.
    std::int64_t createdAt = 1'735'689'600; // 2025-01-01
    std::int64_t tokensIn = 0, tokensOut = 0; // a quarter of the bytes, rounded up
    std::chrono::milliseconds delay{0}, pace{0};
    int errorStatus = 0; // 0: none
    bool garbage = false;
    bool drop = false;
};

// InvalidInput when the body is not in the format.
[[nodiscard]] Result<SandboxScript> readSandboxScript(const WireFormat &format, std::string_view body);

} // namespace gatehouse::gateway
