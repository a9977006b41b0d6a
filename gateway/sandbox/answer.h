// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A sandbox script told in a wire format, whole or as events. One file for each format.

#include "core/message/wire_format.h"
#include "gateway/sandbox/script.h"

#include <memory>
#include <optional>
#include <string>

namespace gatehouse::gateway {

// The events of a stream, made one by one so that a long answer needs little memory.
class SandboxStream {
public:
    // `script` outlives the stream; `payload` is what is cut into pieces.
    SandboxStream(const SandboxScript &script, std::string payload);
    virtual ~SandboxStream() = default;
    SandboxStream(const SandboxStream &) = delete;
    SandboxStream &operator=(const SandboxStream &) = delete;

    // Some events; nothing after the last.
    [[nodiscard]] std::optional<std::string> next();
    // Past the middle of the answer: where a dropped connection ends.
    [[nodiscard]] bool pastMiddle() const { return m_position * 2 >= m_payload.size(); }

protected:
    // What stands before and behind the pieces of one choice, and at the end of all.
    [[nodiscard]] virtual std::string opening(int choice) = 0;
    [[nodiscard]] virtual std::string piece(int choice, const std::string &text) = 0;
    [[nodiscard]] virtual std::string closing(int choice) = 0;
    [[nodiscard]] virtual std::string ending() = 0;

    [[nodiscard]] const SandboxScript &script() const { return m_script; }
    [[nodiscard]] const std::string &payload() const { return m_payload; }

private:
    enum class Step { Open, Content, Close, End, Over };
    [[nodiscard]] std::string takePiece();

    const SandboxScript &m_script;
    std::string m_payload;
    std::size_t m_position = 0;
    int m_choice = 0;
    Step m_step = Step::Open;
};

class SandboxAnswer {
public:
    SandboxAnswer() = default;
    virtual ~SandboxAnswer() = default;
    SandboxAnswer(const SandboxAnswer &) = delete;
    SandboxAnswer &operator=(const SandboxAnswer &) = delete;

    [[nodiscard]] virtual std::string whole(const SandboxScript &script) const = 0;
    [[nodiscard]] virtual std::string error(int status) const;
    // Null where the format does not stream.
    [[nodiscard]] virtual std::unique_ptr<SandboxStream> stream(const SandboxScript &script) const;
};

// Null for a format the sandbox has no words for.
[[nodiscard]] const SandboxAnswer *sandboxAnswer(const WireFormat &format);

[[nodiscard]] const SandboxAnswer &sandboxChat();
[[nodiscard]] const SandboxAnswer &sandboxCompletions();
[[nodiscard]] const SandboxAnswer &sandboxEmbeddings();
[[nodiscard]] const SandboxAnswer &sandboxResponses();
[[nodiscard]] const SandboxAnswer &sandboxMessages();
[[nodiscard]] const SandboxAnswer &sandboxCount();

// The arguments of the tool the script calls, as JSON text.
[[nodiscard]] std::string sandboxToolArguments(const SandboxScript &script);
// "The sandbox was asked to answer with status 503"
[[nodiscard]] std::string sandboxErrorText(int status);

} // namespace gatehouse::gateway
