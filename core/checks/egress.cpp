// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/egress/content_trace.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"
#include "core/checks/span_list.h"
#include "core/checks/url/host_list.h"

#include <map>

namespace gatehouse {

namespace {

struct EgressOptions {
    HostList allowed;
    bool contentOnly = false;
    bool images = true;
    bool links = true;
    double leastScore = 0.5;
};

// A URL of the answer, and what it could carry.
struct Exit {
    const ScannedSegment *place = nullptr;
    FoundUrl url;
    std::vector<std::string> parts;
};

std::string_view nameOf(UrlUse use)
{
    return use == UrlUse::Embedded ? "image" : use == UrlUse::Link ? "link" : "url";
}

// What is fetched by being shown needs nobody's click. Words of the question make up many a search link and a
// speaking path; encoding them, or a key or an address in them, does not happen in good faith.
double scoreOf(const ContentMatch &match, UrlUse use)
{
    constexpr std::size_t manyWords = 8;
    const bool embedded = use == UrlUse::Embedded;
    if (match.isEncoded)
        return 0.95;
    if (match.isRare)
        return embedded ? 0.9 : 0.7;
    if (match.words >= manyWords)
        return embedded ? 0.9 : 0.8;
    return embedded ? 0.7 : 0.3;
}

class EgressCheck final : public Check {
public:
    explicit EgressCheck(EgressOptions options)
        : m_options(std::move(options))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        CheckReport report;
        report.bytesRead = bytesOf(input.segments);
        std::vector<Exit> exits;
        for (const ScannedSegment &scanned : input.segments)
            addExits(scanned, exits);
        ContentTrace trace(input.content.request);
        std::vector<bool> told(exits.size());
        const bool any = carryAnything(exits, trace);
        for (std::size_t i = 0; i < exits.size(); ++i)
            told[i] = any && judgeContent(exits[i], trace, report);
        judgeTogether(exits, told, trace, report);
        for (std::size_t i = 0; i < exits.size(); ++i) {
            if (!told[i])
                judgeHost(exits[i], report);
        }
        closeReport(report);
        return report;
    }

private:
    [[nodiscard]] bool wants(UrlUse use) const
    {
        return use == UrlUse::Embedded ? m_options.images : m_options.links;
    }

    void addExits(const ScannedSegment &scanned, std::vector<Exit> &exits) const
    {
        for (FoundUrl &url : findUrls(scanned.text)) {
            // What has no host (mailto:, data:) leads nowhere by itself.
            const bool leaves
                = !url.parts.host.empty() && wants(url.use) && !m_options.allowed.contains(url.parts);
            if (!leaves)
                continue;
            std::vector<std::string> parts = freePartsOf(url.parts);
            exits.push_back({&scanned, std::move(url), std::move(parts)});
        }
    }

    static std::vector<Payload> payloadsOf(const Exit &exit)
    {
        std::vector<Payload> payloads;
        for (const std::string &part : exit.parts) {
            for (Payload &payload : decodePayload(part))
                payloads.push_back(std::move(payload));
        }
        return payloads;
    }

    // One pass over the conversation for all of them, before each is looked at by itself.
    static bool carryAnything(const std::vector<Exit> &exits, ContentTrace &trace)
    {
        std::vector<Payload> payloads;
        for (const Exit &exit : exits) {
            for (Payload &payload : payloadsOf(exit))
                payloads.push_back(std::move(payload));
        }
        return !payloads.empty() && trace.find(payloads).has_value();
    }

    bool judgeContent(const Exit &exit, ContentTrace &trace, CheckReport &report) const
    {
        const std::vector<Payload> payloads = payloadsOf(exit);
        if (payloads.empty())
            return false;
        const auto match = trace.find(payloads);
        // A link that was handed in may be handed back.
        if (!match || scoreOf(*match, exit.url.use) < m_options.leastScore || trace.contains(exit.url.url))
            return false;
        add(exit, *match, report);
        return true;
    }

    // Several URLs to one host, or several parameters of one, may each carry a piece.
    void judgeTogether(const std::vector<Exit> &exits, std::vector<bool> &told, ContentTrace &trace,
        CheckReport &report) const
    {
        std::map<std::string, std::vector<std::size_t>> byHost;
        for (std::size_t i = 0; i < exits.size(); ++i) {
            if (!told[i] && !exits[i].parts.empty())
                byHost[exits[i].url.parts.host].push_back(i);
        }
        for (const auto &[host, indexes] : byHost) {
            std::vector<Payload> payloads = joined(exits, indexes);
            std::erase_if(payloads, [](const Payload &payload) { return !payload.isEncoded; });
            const auto match = payloads.empty() ? std::nullopt : trace.find(payloads);
            if (!match || trace.contains(exits[indexes.front()].url.url))
                continue;
            for (const std::size_t index : indexes) {
                add(exits[index], *match, report);
                told[index] = true;
            }
        }
    }

    // The last values of each, and all values of each, one after the other.
    static std::vector<Payload> joined(
        const std::vector<Exit> &exits, const std::vector<std::size_t> &indexes)
    {
        std::string lasts, all;
        std::size_t pieces = 0;
        for (const std::size_t index : indexes) {
            lasts += exits[index].parts.back();
            for (const std::string &part : exits[index].parts) {
                all += part;
                ++pieces;
            }
        }
        std::vector<Payload> payloads;
        if (pieces < 2)
            return payloads;
        for (const std::string &text : {lasts, all}) {
            for (Payload &payload : decodePayload(text))
                payloads.push_back(std::move(payload));
        }
        return payloads;
    }

    void add(const Exit &exit, const ContentMatch &match, CheckReport &report) const
    {
        const double score = scoreOf(match, exit.url.use);
        const std::string label
            = (match.isEncoded ? "encoded-content-in-" : "content-in-") + std::string(nameOf(exit.url.use));
        report.findings.push_back({exit.place, exit.url.range, label, score});
        report.findings.push_back({match.source, match.range, "content-source", score, true});
    }

    void judgeHost(const Exit &exit, CheckReport &report) const
    {
        constexpr double fetched = 0.9, shown = 0.6;
        const double score = exit.url.use == UrlUse::Embedded ? fetched : shown;
        if (!m_options.contentOnly && score >= m_options.leastScore)
            report.findings.push_back(
                {exit.place, exit.url.range, std::string(nameOf(exit.url.use)) + "-to-unlisted-host", score});
    }

    EgressOptions m_options;
};

Result<std::unique_ptr<Check>> makeEgress(const CheckParameters &parameters, PatternSetBuilder &)
{
    EgressOptions options;
    auto allowed = HostList::parse(parameters.texts("allow"));
    if (!allowed) {
        allowed.error().where = "allow/" + allowed.error().where;
        return tl::unexpected(allowed.error());
    }
    options.allowed = std::move(*allowed);
    options.contentOnly = parameters.flag("content_only", options.contentOnly);
    options.images = parameters.flag("images", options.images);
    options.links = parameters.flag("links", options.links);
    options.leastScore = parameters.number("min_confidence", options.leastScore);
    if (!options.images && !options.links)
        return fail(
            ErrorKind::InvalidInput, "with images and links both off there is nothing to find", "links");
    return std::make_unique<EgressCheck>(std::move(options));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "allow": {"type": "array", "maxItems": 2000, "items": {"type": "string", "minLength": 1, "maxLength": 253},
      "description": "Hosts answers may lead to: names, *.example.com for all below, addresses, networks; none when left out"},
    "content_only": {"type": "boolean", "default": false,
      "description": "Whether only URLs that carry words of the conversation are found, not every one to a host outside the list"},
    "images": {"type": "boolean", "default": true,
      "description": "Whether what is fetched by being shown counts: images, frames, scripts, styles"},
    "links": {"type": "boolean", "default": true, "description": "Whether links and bare URLs count"},
    "min_confidence": {"type": "number", "minimum": 0, "maximum": 1, "default": 0.5,
      "description": "Findings below this are left out: 0.95 encoded content, 0.9 content or any host in what is fetched by being shown, 0.7 a key or an address in a link, 0.6 a link to any other host, 0.3 a few words in a link"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind egressKind()
{
    return {.kind = "egress",
        .summary = "Finds images and links in answers that lead outside, or carry words of the conversation "
                   "away, also encoded.",
        .stages = {Stage::Response},
        .parameterSchema = schema,
        .make = makeEgress};
}

} // namespace gatehouse
