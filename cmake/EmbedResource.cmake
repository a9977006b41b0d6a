# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# Writes a C++ file that holds the bytes of INPUT, readable as gatehouse::resources::SYMBOL().
file(READ "${INPUT}" hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "((0x[0-9a-f][0-9a-f],){16})" "\\1\n" bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include <string_view>
namespace gatehouse::resources {
namespace {
constexpr unsigned char bytes[] = {
${bytes}0x00};
}
std::string_view ${SYMBOL}()
{
    return {reinterpret_cast<const char *>(bytes), sizeof(bytes) - 1};
}
} // namespace gatehouse::resources
")
