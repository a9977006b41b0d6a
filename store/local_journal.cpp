// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/local_journal.h"

#include "core/base/digest.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace gatehouse::store {

namespace {

constexpr std::string_view magic = "GHJRNL1\n";
constexpr std::uint64_t frameHead = 4 + 16;
// No record comes near: bodies are limited to megabytes.
constexpr std::uint32_t largestPayload = 256U * 1024 * 1024;

std::string lengthBytes(std::size_t length)
{
    std::string bytes;
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>((length >> shift) & 0xff);
    return bytes;
}

std::uint32_t lengthFrom(std::string_view bytes)
{
    std::uint32_t length = 0;
    for (unsigned i = 0; i < 4; ++i)
        length |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return length;
}

bool writeAll(int file, std::string_view bytes, std::uint64_t offset)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return true;
}

// Fewer bytes than asked for at the end of the file.
std::string readSome(int file, std::uint64_t offset, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
        const ssize_t got
            = ::pread(file, bytes.data() + have, size - have, static_cast<off_t>(offset + have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

bool appendTo(const std::string &path, std::string_view bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return false;
    struct stat status { };
    const bool done = ::fstat(file, &status) == 0
        && writeAll(file, bytes, static_cast<std::uint64_t>(status.st_size)) && ::fsync(file) == 0;
    ::close(file);
    return done;
}

} // namespace

Error LocalJournal::failure(const char *what) const
{
    return {ErrorKind::Unreachable, std::string(what) + ": " + std::strerror(errno), m_options.file,
        "check the disk and the permissions of file and folder"};
}

Result<LocalJournal> LocalJournal::open(const LocalJournalOptions &options)
{
    const int file
        = ::open(options.file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    LocalJournal journal(file, options);
    if (file < 0)
        return tl::unexpected(journal.failure("the local journal can't be opened"));
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorKind::Conflict, "another gateway is using this local journal", options.file,
            "give each gateway a journal of its own");
    if (auto recovered = journal.recover(); !recovered)
        return tl::unexpected(recovered.error());
    journal.reserve();
    return journal;
}

LocalJournal::LocalJournal(LocalJournal &&other) noexcept
    : m_file(std::exchange(other.m_file, -1))
    , m_options(std::move(other.m_options))
    , m_filling(other.m_filling)
    , m_last(other.m_last)
    , m_end(other.m_end)
{
}

LocalJournal::~LocalJournal()
{
    if (m_file >= 0)
        ::close(m_file);
}

LocalJournal::Checksum LocalJournal::checksum(const Checksum &before, std::string_view payload)
{
    std::string all(before.begin(), before.end());
    all += lengthBytes(payload.size());
    all += payload;
    const Sha256 digest = sha256(all);
    Checksum cut{};
    std::copy_n(digest.begin(), cut.size(), cut.begin());
    return cut;
}

// Finds the end of what is whole.
Status LocalJournal::recover()
{
    struct stat status { };
    if (::fstat(m_file, &status) != 0)
        return tl::unexpected(failure("the local journal can't be read"));
    const auto size = static_cast<std::uint64_t>(status.st_size);
    const std::string header = readSome(m_file, 0, headerBytes);
    if (header.size() == headerBytes && !header.starts_with(magic))
        return fail(
            ErrorKind::Corrupt, "the file is not a local journal", m_options.file, "name another file");
    if (header.size() == headerBytes) {
        std::copy(header.begin() + magic.size(), header.end(), m_filling.begin());
        m_last = m_filling;
        m_end = headerBytes;
        for (bool whole = true; whole;) {
            const std::string head = readSome(m_file, m_end, frameHead);
            const std::uint32_t length = head.size() == frameHead ? lengthFrom(head) : largestPayload;
            if (length >= largestPayload || m_end + frameHead + length > size)
                break;
            const Checksum sum = checksum(m_last, readSome(m_file, m_end + frameHead, length));
            whole
                = std::equal(sum.begin(), sum.end(), reinterpret_cast<const std::uint8_t *>(head.data()) + 4);
            m_last = whole ? sum : m_last;
            m_end += whole ? frameHead + length : 0;
        }
    }
    if (m_end == size)
        return {};
    return keepTorn(size);
}

Status LocalJournal::keepTorn(std::uint64_t size) const
{
    const std::string torn = readSome(m_file, m_end, static_cast<std::size_t>(size - m_end));
    if (!appendTo(m_options.file + ".torn", torn) || ::ftruncate(m_file, static_cast<off_t>(m_end)) != 0)
        return tl::unexpected(failure("the local journal can't be mended"));
    return {};
}

// The file system may not be able to; the journal then takes what space there is.
void LocalJournal::reserve() const
{
    if (m_options.reserveBytes > 0)
        (void)::fallocate(m_file, FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(m_options.reserveBytes));
}

void LocalJournal::beginFilling()
{
    fillRandom(m_filling);
    m_last = m_filling;
}

Status LocalJournal::append(const std::vector<std::string> &payloads)
{
    std::string bytes;
    if (m_end == 0) {
        beginFilling();
        bytes.append(magic).append(m_filling.begin(), m_filling.end());
    }
    Checksum last = m_last;
    for (const std::string &payload : payloads) {
        last = checksum(last, payload);
        bytes += lengthBytes(payload.size());
        bytes.append(last.begin(), last.end()).append(payload);
    }
    if (m_end + bytes.size() > m_options.maximumBytes)
        return fail(ErrorKind::LimitExceeded, "the local journal is full", m_options.file,
            "bring the store back, or allow the journal more bytes");
    if (!writeAll(m_file, bytes, m_end) || ::fdatasync(m_file) != 0)
        return tl::unexpected(failure("the local journal can't be written"));
    m_end += bytes.size();
    m_last = last;
    return {};
}

LocalJournal::Position LocalJournal::start() const
{
    return {toHex(m_filling), headerBytes};
}

Result<LocalJournal::Slice> LocalJournal::read(std::uint64_t offset, std::size_t most) const
{
    Slice slice{{}, offset};
    while (slice.next < m_end && slice.payloads.size() < most) {
        const std::string head = readSome(m_file, slice.next, frameHead);
        if (head.size() < frameHead)
            return tl::unexpected(failure("the local journal can't be read"));
        const std::uint32_t length = lengthFrom(head);
        std::string payload = readSome(m_file, slice.next + frameHead, std::min(length, largestPayload));
        if (payload.size() != length)
            return tl::unexpected(failure("the local journal can't be read"));
        slice.payloads.push_back(std::move(payload));
        slice.next += frameHead + length;
    }
    return slice;
}

Result<std::int64_t> LocalJournal::count(std::uint64_t offset) const
{
    std::int64_t found = 0;
    while (offset < m_end) {
        const std::string head = readSome(m_file, offset, frameHead);
        if (head.size() < frameHead)
            return tl::unexpected(failure("the local journal can't be read"));
        offset += frameHead + lengthFrom(head);
        ++found;
    }
    return found;
}

Status LocalJournal::clear()
{
    if (::ftruncate(m_file, 0) != 0 || ::fdatasync(m_file) != 0)
        return tl::unexpected(failure("the local journal can't be emptied"));
    m_end = 0;
    reserve();
    return {};
}

Status LocalJournal::putAside(std::string_view payload) const
{
    if (!appendTo(m_options.file + ".rejected", std::string(payload) + "\n"))
        return tl::unexpected(failure("a record the store does not take can't be kept"));
    return {};
}

} // namespace gatehouse::store
