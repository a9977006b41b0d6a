// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/globs.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

namespace gatehouse {

namespace {

class ModelAllowCheck final : public Check {
public:
    explicit ModelAllowCheck(std::vector<std::string> models)
        : m_models(std::move(models))
    {
    }

    // A rule's own list narrows the key's; without either there is nothing to judge by.
    CheckReport run(const CheckInput &input) const override
    {
        const CallFacts &call = input.call;
        if (!call.entitlementKnown && m_models.empty())
            return CheckReport::notRun("no_identity");
        const std::string &model = call.request->model;
        if (model.empty() && !call.entitlementKnown)
            return CheckReport::notRun("no_model");
        CheckReport report;
        const bool byKey = !call.entitlementKnown || matchesAnyGlob(model, call.allowedModels);
        const bool byRule = m_models.empty() || matchesAnyGlob(model, m_models);
        report.outcome = byKey && byRule ? CheckOutcome::Pass : CheckOutcome::Fail;
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    std::vector<std::string> m_models;
};

Result<std::unique_ptr<Check>> makeModelAllow(const CheckParameters &parameters, PatternSetBuilder &)
{
    return std::make_unique<ModelAllowCheck>(parameters.texts("models"));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "models": {"type": "array", "maxItems": 1000, "items": {"type": "string", "minLength": 1, "maxLength": 200},
      "description": "Names the rule allows (* and ? stand for any characters); what the key allows must hold as well"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind modelAllowKind()
{
    return {.kind = "model_allow",
        .summary = "Fails when the model asked for is not among those the key (and the rule) allows.",
        .stages = {Stage::Access},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeModelAllow,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
