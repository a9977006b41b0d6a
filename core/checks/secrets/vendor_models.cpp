// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"
#include "core/checks/secrets/secret_kind.h"

namespace gatehouse {

// Providers of models and tools around them.
SecretTable modelProviderSecrets()
{
    return {
        {"openai-api-key",
            R"re(\b(sk-(?:proj|svcacct|admin|None)-[\w-]{20,}|sk-[A-Za-z0-9]{18,24}T3BlbkFJ[A-Za-z0-9]{16,}|sk-[A-Za-z0-9]{48}))re",
            R"re(\bsk-[\w-]{12})re", 0.95, 3.2, judgeMixedToken},
        {"anthropic-api-key", R"re(\b(sk-ant-(?:api|admin|oat|ort|sid)[0-9]{2}-[\w-]{76,}))re",
            R"re(sk-ant-)re", 0.97, 3.2},
        {"huggingface-token", R"re(\b(hf_[A-Za-z0-9]{34,40}|api_org_[A-Za-z0-9]{34,40})\b)re",
            R"re(hf_[A-Za-z0-9]{10}|api_org_)re", 0.95, 3.4, judgeNotIdentifier},
        {"groq-api-key", R"re(\b(gsk_[A-Za-z0-9]{48,56})\b)re", R"re(gsk_)re"},
        {"perplexity-api-key", R"re(\b(pplx-[A-Za-z0-9]{48})\b)re", R"re(pplx-)re"},
        {"replicate-token", R"re(\b(r8_[A-Za-z0-9]{37})\b)re", R"re(r8_)re"},
        {"xai-api-key", R"re(\b(xai-[A-Za-z0-9]{70,90})\b)re", R"re(xai-[A-Za-z0-9]{10})re"},
        {"openrouter-api-key", R"re(\b(sk-or-v1-[a-f0-9]{64})\b)re", R"re(sk-or-v1-)re"},
        {"deepseek-api-key", R"re(\b(sk-[a-f0-9]{32})\b)re", R"re(\bsk-[a-f0-9]{32})re", 0.9, 3.0},
        {"fireworks-api-key", R"re(\b(fw_[A-Za-z0-9]{22,30})\b)re", R"re(\bfw_[A-Za-z0-9]{20})re", 0.85, 3.3,
            judgeMixedToken},
        {"elevenlabs-api-key", R"re(\b(sk_[a-f0-9]{48})\b)re", R"re(\bsk_[a-f0-9]{30})re"},
        {"langsmith-api-key", R"re(\b(lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10})\b)re", R"re(lsv2_)re"},
        {"langfuse-secret-key", R"re(\b(sk-lf-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})\b)re",
            R"re(sk-lf-)re"},
        {"nvidia-api-key", R"re(\b(nvapi-[\w-]{48,}))re", R"re(nvapi-)re"},
        {"pinecone-api-key", R"re(\b(pcsk_\w{48,80}))re", R"re(pcsk_)re"},
        {"tavily-api-key", R"re(\b(tvly-(?:dev-|prod-)?[A-Za-z0-9]{24,40})\b)re", R"re(tvly-)re"},
        {"firecrawl-api-key", R"re(\b(fc-[a-f0-9]{32})\b)re", R"re(\bfc-[a-f0-9]{20})re"},
        {"cerebras-api-key", R"re(\b(csk-[a-z0-9]{40,56})\b)re", R"re(csk-[a-z0-9]{10})re"},
        {"voyage-api-key", R"re(\b(pa-[\w-]{43})(?:[^\w-]|$))re", R"re(\bpa-[\w-]{43})re", 0.8, 3.8,
            judgeMixedToken},
        {"brave-search-key", R"re(\b(BSA[A-Za-z0-9_-]{28})(?:[^\w-]|$))re", R"re(\bBSA[A-Za-z0-9_-]{28})re",
            0.8, 3.5, judgeMixedToken},
    };
}

} // namespace gatehouse
