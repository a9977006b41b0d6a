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
            R"(\b(sk-(?:proj|svcacct|admin|None)-[\w-]{20,}|sk-[A-Za-z0-9]{18,24}T3BlbkFJ[A-Za-z0-9]{16,}|sk-[A-Za-z0-9]{48}))",
            R"(\bsk-[\w-]{12})", 0.95, 3.2, judgeMixedToken},
        {"anthropic-api-key", R"(\b(sk-ant-(?:api|admin|oat|ort|sid)[0-9]{2}-[\w-]{76,}))", R"(sk-ant-)",
            0.97, 3.2},
        {"huggingface-token", R"(\b(hf_[A-Za-z0-9]{34,40}|api_org_[A-Za-z0-9]{34,40})\b)",
            R"(hf_[A-Za-z0-9]{10}|api_org_)", 0.95, 3.4, judgeNotIdentifier},
        {"groq-api-key", R"(\b(gsk_[A-Za-z0-9]{48,56})\b)", R"(gsk_)"},
        {"perplexity-api-key", R"(\b(pplx-[A-Za-z0-9]{48})\b)", R"(pplx-)"},
        {"replicate-token", R"(\b(r8_[A-Za-z0-9]{37})\b)", R"(r8_)"},
        {"xai-api-key", R"(\b(xai-[A-Za-z0-9]{70,90})\b)", R"(xai-[A-Za-z0-9]{10})"},
        {"openrouter-api-key", R"(\b(sk-or-v1-[a-f0-9]{64})\b)", R"(sk-or-v1-)"},
        {"deepseek-api-key", R"(\b(sk-[a-f0-9]{32})\b)", R"(\bsk-[a-f0-9]{32})", 0.9, 3.0},
        {"fireworks-api-key", R"(\b(fw_[A-Za-z0-9]{22,30})\b)", R"(\bfw_[A-Za-z0-9]{20})", 0.85, 3.3,
            judgeMixedToken},
        {"elevenlabs-api-key", R"(\b(sk_[a-f0-9]{48})\b)", R"(\bsk_[a-f0-9]{30})"},
        {"langsmith-api-key", R"(\b(lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10})\b)", R"(lsv2_)"},
        {"langfuse-secret-key", R"(\b(sk-lf-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12})\b)", R"(sk-lf-)"},
        {"nvidia-api-key", R"(\b(nvapi-[\w-]{48,}))", R"(nvapi-)"},
        {"pinecone-api-key", R"(\b(pcsk_\w{48,80}))", R"(pcsk_)"},
        {"tavily-api-key", R"(\b(tvly-(?:dev-|prod-)?[A-Za-z0-9]{24,40})\b)", R"(tvly-)"},
        {"firecrawl-api-key", R"(\b(fc-[a-f0-9]{32})\b)", R"(\bfc-[a-f0-9]{20})"},
        {"cerebras-api-key", R"(\b(csk-[a-z0-9]{40,56})\b)", R"(csk-[a-z0-9]{10})"},
        {"voyage-api-key", R"(\b(pa-[\w-]{43})(?:[^\w-]|$))", R"(\bpa-[\w-]{43})", 0.8, 3.8, judgeMixedToken},
        {"brave-search-key", R"(\b(BSA[A-Za-z0-9_-]{28})(?:[^\w-]|$))", R"(\bBSA[A-Za-z0-9_-]{28})", 0.8, 3.5,
            judgeMixedToken},
        {"private-ai-key", R"(\b(pai_[A-Za-z0-9]{32,}))", R"(pai_[A-Za-z0-9]{12})"},
    };
}

} // namespace gatehouse
