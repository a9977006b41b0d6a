// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/globs.h"
#include "core/checks/kinds.h"
#include "core/checks/parameters.h"

#include <re2/re2.h>

namespace gatehouse {

namespace {

struct Demands {
    bool required = true;
    std::vector<std::string> allowed, denied;
    std::shared_ptr<const re2::RE2> form; // null: any
};

class UserCheck final : public Check {
public:
    explicit UserCheck(Demands demands)
        : m_demands(std::move(demands))
    {
    }

    CheckReport run(const CheckInput &input) const override
    {
        const std::string &user = input.call.request->user;
        CheckReport report;
        const bool met = user.empty() ? !m_demands.required : isAccepted(user);
        report.outcome = met ? CheckOutcome::Pass : CheckOutcome::Fail;
        return report;
    }

    std::optional<std::size_t> decisiveBytes() const override { return 0; }

private:
    [[nodiscard]] bool isAccepted(const std::string &user) const
    {
        return !matchesAnyGlob(user, m_demands.denied)
            && (m_demands.allowed.empty() || matchesAnyGlob(user, m_demands.allowed))
            && (!m_demands.form || re2::RE2::FullMatch(user, *m_demands.form));
    }

    Demands m_demands;
};

Result<std::unique_ptr<Check>> makeUser(const CheckParameters &parameters, PatternSetBuilder &)
{
    Demands demands;
    demands.required = parameters.flag("required", true);
    demands.allowed = parameters.texts("allow");
    demands.denied = parameters.texts("deny");
    if (parameters.has("pattern")) {
        demands.form = std::make_shared<const re2::RE2>(parameters.text("pattern"), re2::RE2::Quiet);
        if (!demands.form->ok())
            return fail(ErrorKind::InvalidInput, "the expression is not valid: " + demands.form->error(),
                "pattern", "look-around and back-references are not available");
    }
    return std::make_unique<UserCheck>(std::move(demands));
}

constexpr std::string_view schema = R"json({
  "type": "object",
  "properties": {
    "required": {"type": "boolean", "default": true, "description": "Whether a request must name its end user"},
    "allow": {"type": "array", "maxItems": 10000, "items": {"type": "string", "minLength": 1, "maxLength": 200},
      "description": "Users that may call, all when left out; * and ? stand for any characters"},
    "deny": {"type": "array", "maxItems": 10000, "items": {"type": "string", "minLength": 1, "maxLength": 200},
      "description": "Users that must not call, written alike; stronger than allow"},
    "pattern": {"type": "string", "minLength": 1, "maxLength": 1000,
      "description": "Expression (RE2) the whole name must fit, to keep e-mail addresses out of it, say"}
  },
  "additionalProperties": false
})json";

} // namespace

CheckKind userKind()
{
    return {.kind = "user",
        .summary = "Fails when the end user a caller names is missing, denied, not on a list or in another "
                   "form. The name is the caller's word.",
        .stages = {Stage::Access, Stage::Request},
        .readsSegments = false,
        .parameterSchema = schema,
        .make = makeUser,
        .cost = CheckCost::Facts};
}

} // namespace gatehouse
