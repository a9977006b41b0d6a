// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Reads the test cases a policy document carries.

#include "core/policy/document.h"

#include <boost/json/object.hpp>

namespace gatehouse {

// Of an object that fits the document's schema. Headers no condition may ask for are an error.
[[nodiscard]] PolicyTestCase readTest(
    const boost::json::object &in, const std::string &pointer, std::vector<Error> &errors);

} // namespace gatehouse
