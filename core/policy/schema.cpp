// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/document.h"

#include "core/checks/check.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace resources {
std::string_view baselinePolicy();
std::string_view policySchema();
} // namespace resources

std::string_view baselinePolicyJson()
{
    return resources::baselinePolicy();
}

std::string policySchemaJson()
{
    json::value schema = json::parse(resources::policySchema());
    json::array kinds;
    for (const CheckKind &kind : checkKinds()) {
        json::object parameters = json::parse(kind.parameterSchema).as_object();
        json::object &properties = parameters["properties"].is_object()
            ? parameters["properties"].get_object()
            : parameters["properties"].emplace_object();
        properties["kind"] = json::object{{"const", kind.kind}};
        parameters["description"] = kind.summary;
        kinds.push_back(std::move(parameters));
    }
    boost::system::error_code error;
    if (json::value *check = schema.find_pointer("/properties/rules/items/properties/check", error))
        check->get_object()["oneOf"] = std::move(kinds);
    return json::serialize(schema);
}

} // namespace gatehouse
