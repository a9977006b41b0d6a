// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Counts what the calling thread allocates while a counter lives: operator new, malloc and its relatives, in
// the program and in the libraries it calls. Link allocation_counter.cpp into the test.

#include <cstddef>

namespace gatehouse::test {

class AllocationCounter {
public:
    AllocationCounter();
    ~AllocationCounter();
    AllocationCounter(const AllocationCounter &) = delete;
    AllocationCounter &operator=(const AllocationCounter &) = delete;
    [[nodiscard]] std::size_t count() const;
};

} // namespace gatehouse::test
