// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/model/linear_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace gatehouse::model {

namespace {

// The file, numbers little-endian: "GHWT", u16 format, u8 heads, u8 bucket bits, 32 bytes digest of the
// training data, per head 16 bytes name (zero-filled), i32 factor, i32 offset; then the weights.
constexpr std::string_view magic = "GHWT";
constexpr unsigned format = 1;
constexpr std::size_t digestSize = 32, nameSize = 16, headSize = nameSize + 8, fixedSize = 8 + digestSize;
constexpr unsigned fewestBits = 8, mostBits = 20;

std::uint32_t readNumber(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes[at + i])) << (8 * i);
    return value;
}

void writeNumber(std::string &out, std::uint32_t value, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

HeadScale readHead(std::string_view bytes)
{
    const std::string_view name = bytes.substr(0, nameSize);
    return {std::string(name.substr(0, name.find('\0'))),
        static_cast<std::int32_t>(readNumber(bytes, nameSize, 4)),
        static_cast<std::int32_t>(readNumber(bytes, nameSize + 4, 4))};
}

} // namespace

Result<LinearModel> LinearModel::load(std::string_view bytes)
{
    if (bytes.size() < fixedSize || bytes.substr(0, magic.size()) != magic)
        return fail(ErrorKind::Corrupt, "no weights file");
    if (readNumber(bytes, 4, 2) != format)
        return fail(ErrorKind::Unsupported,
            "weights of format " + std::to_string(readNumber(bytes, 4, 2)) + " can't be read");
    LinearModel model;
    const std::size_t heads = readNumber(bytes, 6, 1);
    model.m_header.bucketBits = readNumber(bytes, 7, 1);
    if (heads == 0 || heads > mostHeads || model.m_header.bucketBits < fewestBits
        || model.m_header.bucketBits > mostBits)
        return fail(ErrorKind::Corrupt, "weights with impossible dimensions");
    const std::size_t start = fixedSize + heads * headSize;
    if (bytes.size() != start + (heads << model.m_header.bucketBits))
        return fail(ErrorKind::Corrupt, "weights cut short or too long");
    model.m_header.trainedOn = std::string(bytes.substr(8, digestSize));
    for (std::size_t head = 0; head < heads; ++head)
        model.m_header.heads.push_back(readHead(bytes.substr(fixedSize + head * headSize, headSize)));
    model.m_weights = reinterpret_cast<const std::int8_t *>(bytes.data() + start);
    return model;
}

std::string writeModel(const ModelHeader &header, const std::vector<std::int8_t> &weights)
{
    std::string out(magic);
    writeNumber(out, format, 2);
    writeNumber(out, static_cast<std::uint32_t>(header.heads.size()), 1);
    writeNumber(out, header.bucketBits, 1);
    std::string digest = header.trainedOn;
    digest.resize(digestSize);
    out += digest;
    for (const HeadScale &head : header.heads) {
        std::string name = head.name;
        name.resize(nameSize);
        out += name;
        writeNumber(out, static_cast<std::uint32_t>(head.factor), 4);
        writeNumber(out, static_cast<std::uint32_t>(head.offset), 4);
    }
    out.append(reinterpret_cast<const char *>(weights.data()), weights.size());
    return out;
}

std::int64_t density(std::int64_t sum, std::uint32_t features)
{
    // A square root of a whole number below 2^52 is rounded correctly everywhere, and so is its floor.
    const std::uint64_t counted = std::uint64_t{std::max(features, fewestFeatures)} << 16U;
    const auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(counted))); // 256 · sqrt
    return sum * 65536 / root;
}

std::int32_t LinearModel::logit(std::size_t head, std::int64_t sum, std::uint32_t features) const
{
    constexpr std::int64_t most = 16 * 1024;
    const HeadScale &scale = m_header.heads[head];
    const std::int64_t value = density(sum, features) * scale.factor / 65536 + scale.offset;
    return static_cast<std::int32_t>(std::clamp(value, -most, most));
}

double probability(std::int32_t logit)
{
    constexpr double unit = 1024, decimals = 10000;
    return std::round(decimals / (1 + std::exp(-logit / unit))) / decimals;
}

} // namespace gatehouse::model
