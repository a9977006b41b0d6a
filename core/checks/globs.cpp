// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// Not fnmatch: it ends a name at a zero byte, reads brackets as lists, and takes '?' for a byte or a
// character as the process's locale says.
#include "core/checks/globs.h"

#include "core/checks/characters.h"

#include <algorithm>

namespace gatehouse {

namespace {

std::size_t nextCharacter(std::string_view name, std::size_t at)
{
    return at + decodeCharacter(name, at).size;
}

} // namespace

bool matchesGlob(std::string_view name, std::string_view glob)
{
    constexpr std::size_t none = std::string_view::npos;
    // Going back to the last star is enough: what the ones before it took could only be less.
    std::size_t star = none, taken = 0, in = 0;
    for (std::size_t at = 0; at < name.size();) {
        if (in < glob.size() && glob[in] == '*') {
            star = in++;
            taken = at;
        } else if (in < glob.size() && (glob[in] == '?' || glob[in] == name[at])) {
            at = glob[in] == '?' ? nextCharacter(name, at) : at + 1;
            ++in;
        } else if (star != none) {
            at = taken = nextCharacter(name, taken);
            in = star + 1;
        } else {
            return false;
        }
    }
    return glob.find_first_not_of('*', in) == none;
}

bool matchesAnyGlob(std::string_view name, const std::vector<std::string> &globs)
{
    return std::any_of(
        globs.begin(), globs.end(), [&](const std::string &glob) { return matchesGlob(name, glob); });
}

} // namespace gatehouse
