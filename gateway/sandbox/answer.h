// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A sandbox script in the OpenAI wire format, whole or as events.

#include "gateway/sandbox/script.h"

#include <optional>
#include <string>

namespace gatehouse::gateway {

[[nodiscard]] std::string sandboxPlainAnswer(const SandboxScript &script);
[[nodiscard]] std::string sandboxErrorAnswer(int status);

// The events of a stream, made one by one so that a long answer needs little memory.
class SandboxStream {
public:
    explicit SandboxStream(const SandboxScript &script); // outlives the stream

    // "data: …\n\n"; nothing after [DONE].
    [[nodiscard]] std::optional<std::string> next();
    // Past the middle of the answer: where a dropped connection ends.
    [[nodiscard]] bool pastMiddle() const { return m_position * 2 >= m_payload.size(); }

private:
    enum class Step { Role, Content, Finish, Usage, Done, Over };
    [[nodiscard]] std::string roleEvent();
    [[nodiscard]] std::string contentEvent();
    [[nodiscard]] std::string usageEvent() const;
    [[nodiscard]] std::string takePiece();

    const SandboxScript &m_script;
    std::string m_payload; // what is cut into pieces
    std::size_t m_position = 0;
    int m_choice = 0;
    Step m_step = Step::Role;
};

} // namespace gatehouse::gateway
