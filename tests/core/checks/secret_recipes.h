// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// One made-up credential of every kind.

#include "secret_recipes_more.h"
#include "secret_recipes_named.h"
#include "secret_recipes_platforms.h"
#include "secret_recipes_services.h"

#include <span>
#include <vector>

namespace gatehouse::test {

inline std::vector<SecretRecipe> secretRecipes()
{
    std::vector<SecretRecipe> all;
    for (const std::span<const SecretRecipe> part :
        {std::span<const SecretRecipe>(platformRecipes), std::span<const SecretRecipe>(serviceRecipes),
            std::span<const SecretRecipe>(moreRecipes), std::span<const SecretRecipe>(namedRecipes)})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace gatehouse::test
