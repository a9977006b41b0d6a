// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One kind of credential: how it is recognised, and how sure that is. The tables beside this file list them
// all.

#include "core/base/byte_range.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

enum class SecretPack { Vendor, PrivateKeys, ConnectionStrings, Generic };

struct SecretCandidate {
    std::string_view text; // the whole segment
    ByteRange range; // of the value in it
    [[nodiscard]] std::string_view value() const { return text.substr(range.start, range.size()); }
};

// The confidence after a closer look (a checksum, what stands around it); 0 turns the candidate down.
using SecretJudge = double (*)(const SecretCandidate &candidate, double confidence);
// Where the span really ends: for credentials longer than the part they are recognised by.
using SecretExtent = ByteRange (*)(const SecretCandidate &candidate);

// Expressions are in the syntax RE2 and the scan share; group 1 is the value. A value longer than 128 bytes
// must match by its first 128: its tail is an open repeat or found by `extent`, so that a text cut anywhere
// still shows it.
struct SecretKind {
    std::string label;
    std::string expression;
    std::string anchor; // cheap part that must be there; "" scans for the expression itself
    double confidence = 0.95;
    double leastEntropy = 2.5; // bits a character; what is below is filler
    SecretJudge judge = nullptr;
    SecretExtent extent = nullptr;
    bool caseless = false;
    // Looked for only in a text with a run of so many token characters, see token_runs.h; 0: in any text.
    std::size_t leastRun = 0;
    // The value holds a digit and lies within one such run, and no match holds one of valueBreaks: only what
    // is before such runs needs to be searched.
    bool nearRuns = false;
};

using SecretTable = std::vector<SecretKind>;

// Pack vendor.
[[nodiscard]] SecretTable cloudSecrets();
[[nodiscard]] SecretTable codeHostSecrets();
[[nodiscard]] SecretTable dataPlatformSecrets();
[[nodiscard]] SecretTable developerToolSecrets();
[[nodiscard]] SecretTable hostingSecrets();
[[nodiscard]] SecretTable infrastructureSecrets();
[[nodiscard]] SecretTable messagingSecrets();
[[nodiscard]] SecretTable modelProviderSecrets();
[[nodiscard]] SecretTable namedVendorSecrets();
[[nodiscard]] SecretTable pairedSecrets();
[[nodiscard]] SecretTable paymentSecrets();
[[nodiscard]] SecretTable serviceSecrets();
// Pack private-keys.
[[nodiscard]] SecretTable privateKeySecrets();
// Pack connection-strings.
[[nodiscard]] SecretTable commandLineSecrets();
[[nodiscard]] SecretTable configurationFileSecrets();
[[nodiscard]] SecretTable connectionStringSecrets();
// Pack generic.
[[nodiscard]] SecretTable genericSecrets();
[[nodiscard]] SecretTable spokenSecrets();

[[nodiscard]] SecretTable secretsOf(SecretPack pack);

} // namespace gatehouse
