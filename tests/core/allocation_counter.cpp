// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/core/allocation_counter.h"

#include <cstdlib>

namespace {

thread_local bool counting = false;
thread_local std::size_t allocations = 0;

void note()
{
    if (counting)
        ++allocations;
}

} // namespace

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

// A sanitizer owns malloc and offers a hook instead.
extern "C" int __sanitizer_install_malloc_and_free_hooks(
    void (*onMalloc)(const volatile void *, std::size_t), void (*onFree)(const volatile void *));

namespace {
const int installed = __sanitizer_install_malloc_and_free_hooks(
    [](const volatile void *, std::size_t) { note(); }, [](const volatile void *) {});
}

#else

// glibc's own names of what is replaced here; operator new of libstdc++ calls malloc.
extern "C" {
// NOLINTBEGIN(bugprone-reserved-identifier): the C library chose them
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *old, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);
// NOLINTEND(bugprone-reserved-identifier)

void *malloc(std::size_t size) noexcept
{
    note();
    return __libc_malloc(size);
}

void *calloc(std::size_t count, std::size_t size) noexcept
{
    note();
    return __libc_calloc(count, size);
}

void *realloc(void *old, std::size_t size) noexcept
{
    note();
    return __libc_realloc(old, size);
}

void *aligned_alloc(std::size_t alignment, std::size_t size) noexcept
{
    note();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **out, std::size_t alignment, std::size_t size) noexcept
{
    note();
    *out = __libc_memalign(alignment, size);
    return *out ? 0 : 12; // ENOMEM
}
}

#endif

namespace gatehouse::test {

AllocationCounter::AllocationCounter()
{
    allocations = 0;
    counting = true;
}

AllocationCounter::~AllocationCounter()
{
    counting = false;
}

std::size_t AllocationCounter::count() const
{
    return allocations;
}

} // namespace gatehouse::test
