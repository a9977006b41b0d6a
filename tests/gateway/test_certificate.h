// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A certificate for "localhost", signed by its own key, made when asked.

#include <string>

namespace gatehouse::gateway::test {

struct TestCertificate {
    std::string certificate, key; // PEM
};
[[nodiscard]] TestCertificate makeCertificate();

} // namespace gatehouse::gateway::test
