// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/sandbox/answer.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

// Short enough that a credential always spans several events.
constexpr std::size_t pieceBytes = 12;

} // namespace

const SandboxAnswer *sandboxAnswer(const WireFormat &format)
{
    static const std::map<std::string_view, const SandboxAnswer *> all{{"openai.chat", &sandboxChat()},
        {"openai.completions", &sandboxCompletions()}, {"openai.embeddings", &sandboxEmbeddings()},
        {"openai.responses", &sandboxResponses()}, {"anthropic.messages", &sandboxMessages()},
        {"anthropic.count_tokens", &sandboxCount()}};
    const auto found = all.find(format.names().format);
    return found == all.end() ? nullptr : found->second;
}

std::string sandboxToolArguments(const SandboxScript &script)
{
    return json::serialize(json::object{{"text", script.text}});
}

std::string sandboxErrorText(int status)
{
    return "The sandbox was asked to answer with status " + std::to_string(status);
}

std::string SandboxAnswer::error(int status) const
{
    json::object error{{"message", sandboxErrorText(status)}, {"type", "sandbox_error"}, {"param", nullptr},
        {"code", nullptr}};
    return json::serialize(json::object{{"error", std::move(error)}});
}

std::unique_ptr<SandboxStream> SandboxAnswer::stream(const SandboxScript &) const
{
    return nullptr;
}

SandboxStream::SandboxStream(const SandboxScript &script, std::string payload)
    : m_script(script)
    , m_payload(std::move(payload))
{
}

std::optional<std::string> SandboxStream::next()
{
    switch (m_step) {
    case Step::Open:
        m_step = Step::Content;
        return opening(m_choice);
    case Step::Content:
        if (m_position < m_payload.size())
            return piece(m_choice, takePiece());
        m_step = Step::Close;
        return next();
    case Step::Close: {
        const int closed = m_choice++;
        m_position = 0;
        m_step = m_choice < m_script.choices ? Step::Open : Step::End;
        return closing(closed);
    }
    case Step::End:
        m_step = Step::Over;
        return ending();
    case Step::Over:
        break;
    }
    return std::nullopt;
}

std::string SandboxStream::takePiece()
{
    std::size_t end = std::min(m_position + pieceBytes, m_payload.size());
    while (end < m_payload.size() && (static_cast<unsigned char>(m_payload[end]) & 0xC0) == 0x80)
        ++end;
    std::string text = m_payload.substr(m_position, end - m_position);
    m_position = end;
    return text;
}

} // namespace gatehouse::gateway
