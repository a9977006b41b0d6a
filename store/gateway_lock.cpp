// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/gateway_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace gatehouse::store {

Result<GatewayLock> GatewayLock::take(const std::string &storeLocation)
{
    const std::string path = storeLocation + ".gateway-lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return fail(ErrorKind::Unreachable, "the gateway's lock file can't be written", path,
            "allow this user to write the folder");
    GatewayLock lock(file);
    // flock, not fcntl: it also keeps two gateways of one process apart, and no stray close() drops it.
    int taken = 0;
    do {
        taken = ::flock(file, LOCK_EX | LOCK_NB);
    } while (taken != 0 && errno == EINTR);
    if (taken != 0)
        return fail(ErrorKind::Conflict, "another gateway is using this store", storeLocation,
            "stop it first; several gateways on one store want PostgreSQL");
    return lock;
}

GatewayLock::GatewayLock(GatewayLock &&other) noexcept
    : m_file(std::exchange(other.m_file, -1))
{
}

GatewayLock &GatewayLock::operator=(GatewayLock &&other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

GatewayLock::~GatewayLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace gatehouse::store
