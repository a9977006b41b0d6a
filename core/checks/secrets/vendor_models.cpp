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
            R"re(\b(sk-(?:(?:proj|svcacct|admin|service|None)-)?[\w-]{16,90}T3BlbkFJ[\w-]{16,}))re",
            R"re(T3BlbkFJ)re", 0.97, 3.2, judgeMixedToken},
        // Issued with the marker T3BlbkFJ inside; without it the prefix alone speaks.
        {"openai-api-key", R"re(\b(sk-(?:proj|svcacct|admin|service)-[\w-]{40,}))re",
            R"re(sk-(?:proj|svcacct|admin|service)-)re", 0.7, 3.5, judgeInventedToken},
        // Moonshot, Stability, SiliconFlow and others issue the form OpenAI began with.
        {"sk-style-api-key", R"re(\b(sk-[A-Za-z0-9]{48})\b)re", R"re(\bsk-[A-Za-z0-9]{40})re", 0.8, 4.0,
            judgeInventedToken},
        {"anthropic-api-key",
            R"re(\b(sk-ant-(?:api|admin)[0-9]{2}-[\w-]{80,110}AA|sk-ant-(?:oat|ort|sid)[0-9]{2}-[\w-]{76,})(?:[^\w-]|$))re",
            R"re(sk-ant-)re", 0.97, 3.2},
        {"huggingface-token", R"re(\b(hf_[A-Za-z0-9]{34,40}|api_org_[A-Za-z0-9]{34,40})\b)re",
            R"re(hf_[A-Za-z0-9]{10}|api_org_)re", 0.95, 3.4, judgeNotIdentifier},
        {"groq-api-key", R"re(\b(gsk_[A-Za-z0-9]{52})\b)re", R"re(gsk_)re"},
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
        {"together-api-key", R"re(\b(tgp_v1_[\w-]{40,50}))re", R"re(tgp_v1_)re"},
        {"google-gemini-key", R"re(\b(AQ\.Ab[\w-]{40,60}))re", R"re(\bAQ\.Ab[\w-]{30})re", 0.95, 3.8},
        {"jina-api-key", R"re(\b(jina_[\w-]{50,70}))re", R"re(jina_[\w-]{20})re", 0.95, 3.8, judgeMixedToken},
        {"runpod-api-key", R"re(\b(rpa_[A-Za-z0-9]{40,50})\b)re", R"re(rpa_[A-Za-z0-9]{20})re"},
        {"modal-token", R"re(\b(a[ks]-[A-Za-z0-9]{22})\b)re", R"re(\ba[ks]-[A-Za-z0-9]{22})re", 0.85, 3.5,
            judgeMixedToken},
        {"helicone-api-key", R"re(\b([sp]k-helicone-[a-z0-9-]{20,60}))re", R"re(k-helicone-)re"},
        {"llamacloud-api-key", R"re(\b(llx-[A-Za-z0-9]{40,60})\b)re", R"re(llx-[A-Za-z0-9]{20})re"},
        {"cartesia-api-key", R"re(\b(sk_car_[A-Za-z0-9]{20,60}))re", R"re(sk_car_)re", 0.95, 3.0},
        {"zhipu-api-key", R"re(\b([a-f0-9]{32}\.[A-Za-z0-9]{16})\b)re",
            R"re([a-f0-9]{32}\.[A-Za-z0-9]{16})re", 0.8, 3.6, judgeMixedToken},
        {"anyscale-secret", R"re(\b(esecret_[a-z0-9]{24,40})\b)re", R"re(esecret_)re"},
        {"e2b-api-key", R"re(\b(e2b_[a-f0-9]{40})\b)re", R"re(e2b_[a-f0-9]{20})re"},
        {"mem0-api-key", R"re(\b(m0-[A-Za-z0-9]{40})\b)re", R"re(\bm0-[A-Za-z0-9]{40})re", 0.9, 3.8,
            judgeMixedToken},
        {"browserbase-key", R"re(\b(bb_(?:live|test)_[\w-]{20,40}))re", R"re(bb_(?:live|test)_)re"},
        {"promptlayer-key", R"re(\b(pl_[a-f0-9]{32})\b)re", R"re(\bpl_[a-f0-9]{32})re"},
        {"fal-api-key", R"re(\b([a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}:[a-f0-9]{32})\b)re",
            R"re(-[a-f0-9]{12}:[a-f0-9]{32})re", 0.95, 3.2},
        {"cursor-api-key", R"re(\b(key_[a-f0-9]{64})\b)re", R"re(\bkey_[a-f0-9]{40})re"},
        {"roboflow-api-key", R"re(\b(rf_[A-Za-z0-9]{20})\b)re", R"re(\brf_[A-Za-z0-9]{20})re", 0.75, 3.4,
            judgeMixedToken},
        {"baseten-api-key",
            R"re((?i:baseten)[\w .-]{0,24}[\'"`\s]{0,3}[=:>,|?]{1,3}[\'"`\s=:>]{0,8}([A-Za-z0-9]{8}\.[A-Za-z0-9]{32})\b)re",
            R"re((?i:baseten))re", 0.9, 3.5, nullptr, nullptr, false, 14},
    };
}

} // namespace gatehouse
