// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/names.h"

#include <optional>

namespace gatehouse::store {

namespace {

constexpr std::size_t nameCharacters = 64;
constexpr char32_t invalid = 0xffffffff;

// Bytes that follow a lead byte, and the smallest code point they may spell (RFC 3629).
struct Form {
    int more;
    char32_t lowest;
};

std::optional<Form> formOf(unsigned char lead)
{
    if (lead < 0x80)
        return Form{0, 0};
    if (lead >= 0xc2 && lead < 0xe0)
        return Form{1, 0x80};
    if (lead >= 0xe0 && lead < 0xf0)
        return Form{2, 0x800};
    if (lead >= 0xf0 && lead < 0xf5)
        return Form{3, 0x10000};
    return {};
}

char32_t nextCodePoint(std::string_view text, std::size_t &at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    const auto form = formOf(lead);
    if (!form)
        return invalid;
    char32_t value = form->more == 0 ? lead : lead & (0x3f >> form->more);
    for (int i = 0; i < form->more; ++i, ++at) {
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80)
            return invalid;
        value = (value << 6) | (static_cast<unsigned char>(text[at]) & 0x3f);
    }
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    return value < form->lowest || value > 0x10ffff || surrogate ? invalid : value;
}

// C0, DEL and C1 controls, line and paragraph separators, and the marks that turn text around on screen.
bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
}

// The number of characters, or nothing when one is not allowed.
std::optional<std::size_t> countCharacters(std::string_view text, bool linesAllowed)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const char32_t c = nextCodePoint(text, at);
        const bool line = linesAllowed && (c == '\n' || c == '\r' || c == '\t');
        if (c == invalid || (isControl(c) && !line))
            return {};
    }
    return count;
}

Status checkFreeText(std::string_view what, std::string_view text, std::size_t limit, bool linesAllowed)
{
    if (text.size() > limit)
        return fail(ErrorKind::InvalidInput, std::string(what) + " is too long", {},
            "at most " + std::to_string(limit) + " bytes");
    if (!countCharacters(text, linesAllowed))
        return fail(ErrorKind::InvalidInput, std::string(what) + " holds control characters or broken text");
    return {};
}

} // namespace

Status checkName(std::string_view what, std::string_view name)
{
    const auto count = countCharacters(name, false);
    const bool framed = !name.empty() && (name.front() == ' ' || name.back() == ' ');
    if (count && *count >= 1 && *count <= nameCharacters && !framed)
        return {};
    // A name that failed for its characters is not repeated: it would reach terminals and logs.
    return fail(ErrorKind::InvalidInput, "not a valid name for a " + std::string(what),
        count ? std::string(name.substr(0, 80)) : std::string(),
        "1 to 64 characters, no control characters, no space at either end");
}

Status checkNames(std::string_view what, const std::vector<std::string> &names)
{
    for (const std::string &each : names) {
        if (Status good = checkName(what, each); !good)
            return good;
    }
    return {};
}

Status checkLine(std::string_view what, std::string_view text, std::size_t limit)
{
    return checkFreeText(what, text, limit, false);
}

Status requireReason(std::string_view reason)
{
    if (reason.find_first_not_of(' ') == std::string_view::npos)
        return fail(ErrorKind::InvalidInput, "a reason is required", "reason", "say why, for the audit log");
    return checkLine("reason", reason, 1000);
}

Status checkText(std::string_view what, std::string_view text, std::size_t limit)
{
    return checkFreeText(what, text, limit, true);
}

} // namespace gatehouse::store
