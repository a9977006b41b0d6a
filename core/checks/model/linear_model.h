// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A trained linear model: one signed byte a feature bucket and head, and how a sum becomes a probability.
//
// Everything up to the probability is integer arithmetic, so that a text scores the same on every machine.

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::model {

inline constexpr std::size_t mostHeads = 2;

// What one head makes of a sum of weights.
struct HeadScale {
    std::string name; // "jailbreak", "injection", "instruction"
    std::int32_t factor = 0; // logit in 1/1024 for each 1/256 of sum / sqrt(features), times 65536
    std::int32_t offset = 0; // logit in 1/1024
};

struct ModelHeader {
    unsigned bucketBits = 0;
    std::string trainedOn; // 32 bytes: SHA-256 of the training data
    std::vector<HeadScale> heads;
};

class LinearModel {
public:
    // Refuses what is not exactly a weights file of the known format. The bytes must outlive the model.
    [[nodiscard]] static Result<LinearModel> load(std::string_view bytes);

    [[nodiscard]] const ModelHeader &header() const { return m_header; }
    [[nodiscard]] std::size_t heads() const { return m_header.heads.size(); }
    [[nodiscard]] unsigned bucketBits() const { return m_header.bucketBits; }
    // Of all heads of a bucket, side by side.
    [[nodiscard]] const std::int8_t *weights(std::size_t bucket) const
    {
        return m_weights + bucket * m_header.heads.size();
    }
    // The logit, in 1/1024, of a sum of weights over so many features.
    [[nodiscard]] std::int32_t logit(std::size_t head, std::int64_t sum, std::uint32_t features) const;

private:
    ModelHeader m_header;
    const std::int8_t *m_weights = nullptr;
};

// The file's bytes; `weights` holds heads × 2^bucketBits values, the heads of a bucket side by side.
[[nodiscard]] std::string writeModel(const ModelHeader &header, const std::vector<std::int8_t> &weights);

// 0 … 1 with four decimals.
[[nodiscard]] double probability(std::int32_t logit);

// 256 · sum / sqrt(features), towards zero: what a head's factor applies to. Few features count as `fewest`,
// so that one word alone is not yet sure.
[[nodiscard]] std::int64_t density(std::int64_t sum, std::uint32_t features);
inline constexpr std::uint32_t fewestFeatures = 40;

// The models that ship: of prompt_injection (heads "jailbreak" and "injection") and of instruction_in_data
// (head "instruction").
[[nodiscard]] const LinearModel &promptInjectionModel();
[[nodiscard]] const LinearModel &instructionModel();
// SHA-256 (hex) over the bytes of both.
[[nodiscard]] const std::string &modelsDigest();

} // namespace gatehouse::model
