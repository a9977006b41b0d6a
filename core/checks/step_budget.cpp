// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/step_budget.h"

namespace gatehouse {

namespace {

thread_local StepBudget *current = nullptr;

} // namespace

StepBudget::StepBudget(std::uint64_t steps)
    : m_left(steps)
    , m_outer(current)
{
    current = this;
}

StepBudget::~StepBudget()
{
    current = m_outer;
}

bool StepBudget::spend(std::size_t searchedBytes)
{
    constexpr std::size_t bytesOfAStep = 1024;
    if (!current)
        return true;
    const std::uint64_t steps = 1 + searchedBytes / bytesOfAStep;
    if (current->m_left < steps) {
        current->m_exhausted = true;
        return false;
    }
    current->m_left -= steps;
    return true;
}

} // namespace gatehouse
