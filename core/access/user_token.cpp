// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/access/user_token.h"

#include "core/message/strict_json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

namespace gatehouse {

namespace {

namespace json = boost::json;

constexpr std::size_t mostBytes = 16UL * 1024;
constexpr std::size_t mostSubjectBytes = 256;
constexpr double leewaySeconds = 60;

tl::unexpected<Error> refused(std::string why)
{
    return fail(ErrorKind::NotPermitted, "the user token " + std::move(why));
}

struct Parts {
    std::string_view header, payload, signature; // still encoded
    std::string_view signedText;
};

std::optional<Parts> split(std::string_view token)
{
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (token.size() > mostBytes || second == std::string_view::npos
        || token.find('.', second + 1) != std::string_view::npos)
        return {};
    return Parts{token.substr(0, first), token.substr(first + 1, second - first - 1),
        token.substr(second + 1), token.substr(0, second)};
}

std::optional<json::object> readPart(std::string_view encoded)
{
    const auto text = decodeBase64Url(encoded);
    if (!text || !checkStrictJson(*text))
        return {};
    boost::system::error_code error;
    json::value value = json::parse(*text, error);
    if (error || !value.is_object())
        return {};
    return std::move(value.get_object());
}

std::string textOf(const json::object &object, std::string_view member)
{
    const json::value *value = object.if_contains(member);
    const json::string *text = value ? value->if_string() : nullptr;
    return text ? std::string(text->data(), text->size()) : std::string();
}

// Seconds since 1970, whole or not (RFC 7519 NumericDate).
std::optional<double> dateOf(const json::object &claims, std::string_view member)
{
    const json::value *value = claims.if_contains(member);
    if (!value || !value->is_number())
        return {};
    const auto seconds = value->to_number<double>();
    return std::isfinite(seconds) ? std::optional(seconds) : std::nullopt;
}

bool isFor(const json::object &claims, const std::string &audience)
{
    const json::value *value = claims.if_contains("aud");
    const auto is = [&](const json::value &one) { return one.is_string() && one.get_string() == audience; };
    if (!value)
        return false;
    if (const json::array *list = value->if_array())
        return std::any_of(list->begin(), list->end(), is);
    return is(*value);
}

Status checkTimes(const json::object &claims, Timestamp now)
{
    const double seconds = static_cast<double>(toMicros(now)) / 1e6;
    const auto expires = dateOf(claims, "exp");
    if (!expires)
        return refused("does not say when it expires");
    if (seconds >= *expires + leewaySeconds)
        return refused("has expired");
    for (const char *member : {"nbf", "iat"}) {
        const auto begins = dateOf(claims, member);
        if (claims.contains(member) && (!begins || *begins > seconds + leewaySeconds))
            return refused("is not valid yet");
    }
    return {};
}

std::string claimText(const json::value &value)
{
    if (const json::string *text = value.if_string())
        return {text->data(), text->size()};
    if (value.is_number() || value.is_bool())
        return json::serialize(value);
    std::string joined;
    if (const json::array *list = value.if_array()) {
        for (const json::value &one : *list) {
            if (const json::string *text = one.if_string())
                joined += (joined.empty() ? "" : ",") + std::string(text->data(), text->size());
        }
    }
    return joined;
}

bool isPrintable(std::string_view text)
{
    return std::none_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Status checkSignature(const Parts &parts, const VerificationKeys &keys)
{
    const auto header = readPart(parts.header);
    const auto signature = decodeBase64Url(parts.signature);
    if (!header || !signature)
        return refused("is malformed");
    const auto algorithm = tokenAlgorithmFromName(textOf(*header, "alg"));
    // "crit" names extensions one must understand; there is none that is (RFC 7515, 4.1.11).
    if (!algorithm || header->contains("crit"))
        return refused("is signed in a way that is not accepted");
    if (!keys.verify(*algorithm, textOf(*header, "kid"), parts.signedText, *signature))
        return refused("is not signed by its issuer");
    return {};
}

} // namespace

Result<EndUser> verifyUserToken(std::string_view token, const TokenRules &rules, Timestamp now)
{
    const auto parts = split(token);
    if (!parts)
        return refused("is malformed");
    if (const Status isSigned = checkSignature(*parts, rules.keys); !isSigned)
        return tl::unexpected(isSigned.error());
    const auto claims = readPart(parts->payload);
    if (!claims)
        return refused("is malformed");
    if (textOf(*claims, "iss") != rules.issuer)
        return refused("is of another issuer");
    if (!isFor(*claims, rules.audience))
        return refused("is for another audience");
    if (const Status inTime = checkTimes(*claims, now); !inTime)
        return tl::unexpected(inTime.error());
    EndUser user;
    user.subject = textOf(*claims, "sub");
    if (user.subject.empty() || user.subject.size() > mostSubjectBytes || !isPrintable(user.subject))
        return refused("names no user");
    for (const auto &claim : *claims) {
        if (std::string text = claimText(claim.value()); !text.empty())
            user.claims.emplace(std::string(claim.key()), std::move(text));
    }
    return user;
}

bool needsAnotherKey(std::string_view token, const VerificationKeys &keys)
{
    const auto parts = split(token);
    const auto header = parts ? readPart(parts->header) : std::nullopt;
    const auto algorithm = header ? tokenAlgorithmFromName(textOf(*header, "alg")) : std::nullopt;
    return algorithm && !keys.has(*algorithm, textOf(*header, "kid"));
}

} // namespace gatehouse
