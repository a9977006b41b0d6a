// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Addresses of people and of their machines: e-mail, IP.

#include "core/checks/pii/identifier_finder.h"

#include <string_view>

namespace gatehouse::pii {

void findEmails(std::string_view text, const FoundSink &found);
void findIpv4(std::string_view text, const FoundSink &found);
void findIpv6(std::string_view text, const FoundSink &found);

} // namespace gatehouse::pii
