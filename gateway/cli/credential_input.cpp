// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/credential_input.h"

#include "gateway/cli/input.h"

#include <algorithm>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t credentialLimit = 16 << 10;

} // namespace

Result<SecretString> readCredential()
{
    auto text = readInput("-", credentialLimit);
    if (!text)
        return tl::unexpected<Error>(text.error());
    const std::string_view view(*text);
    const SecretString credential(view.substr(0, view.find_first_of("\r\n")));
    std::fill(text->begin(), text->end(), '\0');
    const auto isPrintable = [](char c) { return c > ' ' && c < '\x7f'; };
    if (credential.empty() || !std::ranges::all_of(credential.reveal(), isPrintable))
        return fail(ErrorKind::InvalidInput, "no credential: expected one line of visible ASCII characters",
            "standard input");
    return credential;
}

} // namespace gatehouse::gateway::cli
