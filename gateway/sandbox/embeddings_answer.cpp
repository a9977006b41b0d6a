// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The sandbox in the OpenAI embeddings format: a short vector for each text, from its digest.

#include "core/base/digest.h"
#include "gateway/sandbox/answer.h"

#include <boost/json.hpp>

namespace gatehouse::gateway {
namespace {

namespace json = boost::json;

json::array vectorOf(const std::string &text)
{
    constexpr std::size_t dimensions = 8;
    const Sha256 digest = sha256(text);
    json::array vector;
    for (std::size_t i = 0; i < dimensions; ++i)
        vector.push_back((static_cast<double>(digest[i]) - 127.5) / 127.5);
    return vector;
}

class EmbeddingsAnswer final : public SandboxAnswer {
public:
    std::string whole(const SandboxScript &script) const override
    {
        json::array data;
        for (const std::string &text : script.inputs)
            data.push_back(
                json::object{{"object", "embedding"}, {"index", data.size()}, {"embedding", vectorOf(text)}});
        json::object usage{{"prompt_tokens", script.tokensIn}, {"total_tokens", script.tokensIn}};
        return json::serialize(json::object{{"object", "list"}, {"data", std::move(data)},
            {"model", script.model}, {"usage", std::move(usage)}});
    }
};

} // namespace

const SandboxAnswer &sandboxEmbeddings()
{
    static const EmbeddingsAnswer answer;
    return answer;
}

} // namespace gatehouse::gateway
