// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/document_tests.h"

#include "core/message/strict_json.h"
#include "core/policy/document_fields.h"

#include <boost/json.hpp>

namespace gatehouse {

namespace json = boost::json;

namespace {

// Conditions compare text; numbers and booleans have their JSON spelling.
std::map<std::string, std::string> valuesAt(const json::object &object, std::string_view key)
{
    std::map<std::string, std::string> values;
    if (const json::value *given = object.if_contains(key)) {
        for (const auto &member : given->get_object())
            values[member.key()] = member.value().is_string() ? json::value_to<std::string>(member.value())
                                                              : json::serialize(member.value());
    }
    return values;
}

std::optional<Identity> identityOf(const json::object &input)
{
    const json::value *given = input.if_contains("identity");
    if (!given)
        return {};
    const json::object &fields = given->get_object();
    return Identity{textAt(fields, "team"), textAt(fields, "environment"), textAt(fields, "use_case"),
        textAt(fields, "key"), valuesAt(fields, "metadata")};
}

} // namespace

PolicyTestCase readTest(const json::object &in, const std::string &pointer, std::vector<Error> &errors)
{
    PolicyTestCase test;
    test.name = textAt(in, "name");
    const json::object &input = in.at("input").get_object();
    test.text = textAt(input, "text");
    if (const json::value *request = input.if_contains("request"))
        test.requestJson = json::serialize(*request);
    if (const json::value *response = input.if_contains("response"))
        test.responseJson = json::serialize(*response);
    test.zone = wordAt(input, "zone", TrustZone::User);
    test.stage = wordAt(input, "stage", Stage::Request);
    test.identity = identityOf(input);
    test.model = textAt(input, "model");
    test.metadata = valuesAt(input, "metadata");
    for (const auto &[header, value] : valuesAt(input, "headers")) {
        if (!test.headers.add(header, value))
            errors.push_back({ErrorKind::InvalidInput, "this is no header a condition may ask for",
                pointer + "/input/headers" + pointerStep(header), {}});
    }
    const json::object &expect = in.at("expect").get_object();
    test.expectVerdict = fromName<VerdictKind>(textAt(expect, "verdict"));
    if (expect.contains("rule"))
        test.expectRule = textAt(expect, "rule");
    if (expect.contains("label"))
        test.expectLabel = textAt(expect, "label");
    return test;
}

} // namespace gatehouse
