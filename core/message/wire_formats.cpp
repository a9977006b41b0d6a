// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/message/wire_formats.h"

#include "core/message/anthropic_messages.h"
#include "core/message/openai_chat.h"
#include "core/message/openai_completions.h"
#include "core/message/openai_embeddings.h"
#include "core/message/openai_moderations.h"
#include "core/message/openai_responses.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

template <class Wanted>
const WireFormat *find(Wanted wanted)
{
    const auto all = wireFormats();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const WireFormat *format) { return wanted(format->names()); });
    return found == all.end() ? nullptr : *found;
}

} // namespace

std::span<const WireFormat *const> wireFormats()
{
    static const std::array<const WireFormat *, 7> all{&openAiChatFormat(), &openAiResponsesFormat(),
        &openAiCompletionsFormat(), &openAiEmbeddingsFormat(), &openAiModerationsFormat(),
        &anthropicMessagesFormat(), &anthropicCountFormat()};
    return all;
}

const WireFormat *wireFormatAt(std::string_view path)
{
    return find([&](const WireNames &names) { return names.path == path; });
}

const WireFormat *wireFormatNamed(std::string_view name)
{
    return find([&](const WireNames &names) { return names.format == name; });
}

} // namespace gatehouse
