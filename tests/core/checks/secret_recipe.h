// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A made-up credential, spelt as a recipe (recipe_book.h) so that the source holds none.

#include <string_view>

namespace gatehouse::test {

struct SecretRecipe {
    std::string_view label;
    std::string_view recipe;
};

} // namespace gatehouse::test
