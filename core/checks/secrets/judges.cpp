// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"

#include "core/checks/secrets/look_alikes.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse {

namespace {

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

// Changes between capitals and small letters, against the length: high in random text, low in names.
double caseChanges(std::string_view value)
{
    std::size_t changes = 0;
    for (std::size_t at = 1; at < value.size(); ++at)
        changes += isUpper(value[at]) != isUpper(value[at - 1]);
    return static_cast<double>(changes) / static_cast<double>(value.size());
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
        [](char c) { return isUpper(c) ? static_cast<char>(c + 32) : c; });
    return out;
}

// "${DB_PASS}", "<password>", "%s", "****": filled in elsewhere.
bool isTemplate(std::string_view value)
{
    static constexpr std::array<std::string_view, 9> marks{
        "${", "$(", "{{", "...", "env(", "***", "your", "replace", "placehold"};
    return std::string_view("<{[$%").find(value.front()) != std::string_view::npos || value.back() == '>'
        || std::any_of(marks.begin(), marks.end(),
            [&](std::string_view mark) { return value.find(mark) != std::string_view::npos; });
}

// What tutorials write in the place of a password.
bool isPasswordWord(std::string_view value)
{
    static constexpr std::array<std::string_view, 14> words{"pass", "secret", "token", "user", "pwd", "none",
        "null", "true", "false", "passphrase", "apikey", "key", "credentials", "changeme"};
    const bool oneLetter
        = std::all_of(value.begin(), value.end(), [&](char c) { return c == value.front(); });
    const bool onlyLetters = value.find_first_of("0123456789!@#$%^&*") == std::string_view::npos;
    const bool namesItself = onlyLetters && value.find("passw") != std::string_view::npos;
    return oneLetter || namesItself || std::find(words.begin(), words.end(), value) != words.end();
}

} // namespace

double judgeHashContext(const SecretCandidate &candidate, double confidence)
{
    return isCalledHash(candidate.text, candidate.range) ? 0 : confidence;
}

double judgeMixedToken(const SecretCandidate &candidate, double confidence)
{
    return hasDigitAndLetter(candidate.value()) ? confidence : 0;
}

double judgeNotIdentifier(const SecretCandidate &candidate, double confidence)
{
    const std::string_view value = candidate.value();
    const bool anyUpper = std::any_of(value.begin(), value.end(), isUpper);
    if (hasDigitAndLetter(value) || !anyUpper)
        return confidence;
    // Names change case about once a word, random letters every second one.
    constexpr double random = 0.3;
    return caseChanges(value) >= random ? confidence : 0;
}

double judgeWebhook(const SecretCandidate &candidate, double confidence)
{
    const std::string_view value = candidate.value();
    const std::string_view last = value.substr(value.rfind('/') + 1);
    return entropyOf(last) < 2.0 ? 0 : confidence;
}

double judgeLoosePassword(const SecretCandidate &candidate, double confidence)
{
    const std::string value = lowered(candidate.value());
    return isTemplate(value) || isPasswordWord(value) ? 0 : confidence;
}

double judgeNamedValue(const SecretCandidate &candidate, double confidence)
{
    const std::string_view value = candidate.value();
    if (isCalledHash(candidate.text, candidate.range))
        return 0;
    const bool digitsOnly = value.find_first_not_of("0123456789") == std::string_view::npos;
    constexpr std::size_t longEnough = 30;
    return hasDigitAndLetter(value) || digitsOnly || value.size() >= longEnough
        ? judgeNotIdentifier(candidate, confidence)
        : 0;
}

double judgeAssignedValue(const SecretCandidate &candidate, double confidence)
{
    const std::string_view value = candidate.value();
    if (isReference(value) || isCalledHash(candidate.text, candidate.range) || !hasDigitAndLetter(value))
        return 0;
    constexpr std::size_t longValue = 16;
    constexpr double longLeast = 3.1, shortLeast = 2.7, uuidConfidence = 0.55;
    if (entropyOf(value) < (value.size() >= longValue ? longLeast : shortLeast))
        return 0;
    return isUuid(value) ? std::min(confidence, uuidConfidence) : confidence;
}

} // namespace gatehouse
