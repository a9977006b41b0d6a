// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/base/digest.h"
#include "core/checks/model/linear_model.h"

namespace gatehouse {

namespace resources {
std::string_view instructionWeights();
std::string_view promptInjectionWeights();
} // namespace resources

namespace model {

// Both are embedded and read by a test, so loading can't fail.
const LinearModel &promptInjectionModel()
{
    static const LinearModel shipped = LinearModel::load(resources::promptInjectionWeights()).value();
    return shipped;
}

const LinearModel &instructionModel()
{
    static const LinearModel shipped = LinearModel::load(resources::instructionWeights()).value();
    return shipped;
}

const std::string &modelsDigest()
{
    static const std::string digest = sha256Hex(
        std::string(resources::promptInjectionWeights()) + std::string(resources::instructionWeights()));
    return digest;
}

} // namespace model

} // namespace gatehouse
