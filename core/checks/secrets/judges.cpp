// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/secrets/judges.h"

#include "core/checks/secrets/look_alikes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

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

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool hasThreeAlphabets(std::string_view value)
{
    return std::any_of(value.begin(), value.end(), isUpper)
        && std::any_of(value.begin(), value.end(), isLower)
        && std::any_of(value.begin(), value.end(), isDigit);
}

// A hash or key in hexadecimal is written in one case; a mix is a made-up or another thing.
bool isMixedCaseHex(std::string_view value)
{
    constexpr std::size_t hexKey = 32;
    return value.size() >= hexKey
        && value.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos
        && std::any_of(value.begin(), value.end(), isUpper)
        && std::any_of(value.begin(), value.end(), isLower);
}

bool isSecretKeyCharacter(char c)
{
    return isUpper(c) || isLower(c) || isDigit(c) || c == '/' || c == '+';
}

// Whether forty random characters stand right after `from`.
bool awsSecretFollows(std::string_view text, std::size_t from)
{
    constexpr std::size_t reach = 28, size = 40;
    for (std::size_t at = from; at < std::min(text.size(), from + reach); ++at) {
        if (at > from && isSecretKeyCharacter(text[at - 1]))
            continue;
        const std::string_view run = text.substr(at, size);
        const bool ends = at + size >= text.size() || !isSecretKeyCharacter(text[at + size]);
        if (run.size() == size && ends && std::all_of(run.begin(), run.end(), isSecretKeyCharacter)
            && hasThreeAlphabets(run))
            return true;
    }
    return false;
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

double judgeInventedToken(const SecretCandidate &candidate, double confidence)
{
    constexpr std::size_t longest = 7;
    std::size_t run = 1;
    const std::string_view value = candidate.value();
    for (std::size_t at = 1; at < value.size(); ++at) {
        run = value[at] == value[at - 1] + 1 ? run + 1 : 1;
        if (run >= longest)
            return 0;
    }
    return judgeMixedToken(candidate, confidence);
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

double judgeUrlPassword(const SecretCandidate &candidate, double confidence)
{
    const std::string_view before = candidate.text.substr(0, candidate.range.start - 1);
    const std::size_t slashes = before.rfind("//");
    const std::string_view user
        = slashes == std::string_view::npos ? std::string_view() : before.substr(slashes + 2);
    const std::string_view scheme = before.substr(0, slashes);
    const std::string password = lowered(candidate.value());
    if (password == lowered(user) || lowered(scheme).ends_with(password + ":"))
        return 0;
    return judgeLoosePassword(candidate, confidence);
}

double judgeUserAndPassword(const SecretCandidate &candidate, double confidence)
{
    const std::string_view value = candidate.value();
    const std::size_t colon = value.find(':');
    const auto bare = [](std::string_view part) {
        while (!part.empty() && (part.front() == '\'' || part.front() == '"'))
            part.remove_prefix(1);
        while (!part.empty() && (part.back() == '\'' || part.back() == '"'))
            part.remove_suffix(1);
        return part;
    };
    const std::string_view user = bare(value.substr(0, colon)),
                           password = colon == std::string_view::npos ? "" : bare(value.substr(colon + 1));
    // Services that take their key as the user and no password: "curl -u KEY:".
    constexpr double keyEntropy = 3.0;
    if (password.empty())
        return entropyOf(user) >= keyEntropy && hasDigitAndLetter(user) && !isTemplate(lowered(user))
            ? confidence
            : 0;
    const bool braced = password.front() == '{' && password.back() == '}' && hasDigitAndLetter(password)
        && entropyOf(password) >= keyEntropy && password[1] != '{';
    const bool userIsTemplate = !user.empty() && !braced && isTemplate(lowered(user));
    if (userIsTemplate || user == password || isPasswordWord(lowered(password)))
        return 0;
    return braced || !isTemplate(lowered(password)) ? confidence : 0;
}

double judgeHeaderValue(const SecretCandidate &candidate, double confidence)
{
    const std::string value = lowered(candidate.value());
    const bool random = hasDigitAndLetter(value) || value.back() == '=';
    return !random || isTemplate(value) || isPasswordWord(value) ? 0 : confidence;
}

double judgeThreeAlphabets(const SecretCandidate &candidate, double confidence)
{
    constexpr std::ptrdiff_t mostSlashes = 4;
    const std::string_view value = candidate.value();
    const bool path = std::count(value.begin(), value.end(), '/') > mostSlashes;
    return path || !hasThreeAlphabets(value) ? 0 : judgeHashContext(candidate, confidence);
}

double judgeAwsKeyId(const SecretCandidate &candidate, double confidence)
{
    constexpr double paired = 0.99, odd = 0.8;
    if (awsSecretFollows(candidate.text, candidate.range.end))
        return paired;
    return candidate.value().find_first_of("0189") == std::string_view::npos ? confidence : odd;
}

double judgeNamedValue(const SecretCandidate &candidate, double confidence)
{
    const std::string_view value = candidate.value();
    if (isCalledHash(candidate.text, candidate.range) || isMixedCaseHex(value))
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
    if (isReference(value) || isCalledHash(candidate.text, candidate.range) || !hasDigitAndLetter(value)
        || isMixedCaseHex(value))
        return 0;
    constexpr std::size_t longValue = 16;
    constexpr double longLeast = 3.1, shortLeast = 2.7, uuidConfidence = 0.55;
    if (entropyOf(value) < (value.size() >= longValue ? longLeast : shortLeast))
        return 0;
    return isUuid(value) ? std::min(confidence, uuidConfidence) : confidence;
}

} // namespace gatehouse
