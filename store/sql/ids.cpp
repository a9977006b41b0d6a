// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/sql/ids.h"

#include "core/base/digest.h"

#include <cstdint>

namespace gatehouse::store {

namespace {

constexpr std::size_t idBytes = 16;
constexpr std::size_t idText = 36;

bool isDashPlace(std::size_t i)
{
    return i == 8 || i == 13 || i == 18 || i == 23;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::optional<Blob> toBlob(const InteractionId &id)
{
    if (id.value.size() != idText)
        return {};
    Blob blob;
    blob.bytes.reserve(idBytes);
    int high = -1;
    for (std::size_t i = 0; i < idText; ++i) {
        const char c = id.value[i];
        if (isDashPlace(i)) {
            if (c != '-')
                return {};
            continue;
        }
        const int value = hexValue(c);
        if (value < 0)
            return {};
        if (high < 0) {
            high = value;
        } else {
            blob.bytes += static_cast<char>(high * 16 + value);
            high = -1;
        }
    }
    return blob;
}

InteractionId toInteractionId(const Blob &blob)
{
    std::string text = toHex({reinterpret_cast<const std::uint8_t *>(blob.bytes.data()), blob.bytes.size()});
    if (blob.bytes.size() == idBytes) {
        for (const std::size_t dash : {20, 16, 12, 8})
            text.insert(dash, 1, '-');
    }
    return {std::move(text)};
}

Timestamp timeIn(const Blob &id)
{
    std::int64_t millis = 0;
    for (const char c : id.bytes.substr(0, 6))
        millis = millis << 8 | static_cast<unsigned char>(c);
    return fromMicros(millis * 1000);
}

std::string joinLines(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &each : names) {
        if (!text.empty())
            text += '\n';
        text += each;
    }
    return text;
}

std::vector<std::string> splitLines(const std::string &text)
{
    std::vector<std::string> names;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        names.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return names;
}

std::string questionMarks(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += i == 0 ? "?" : ",?";
    return text;
}

} // namespace gatehouse::store
