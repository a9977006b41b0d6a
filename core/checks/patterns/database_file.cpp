// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/patterns/database_file.h"

#include "core/base/digest.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace gatehouse {

namespace files = std::filesystem;

namespace {

constexpr std::string_view extension = ".patterns";
constexpr std::string_view magic = "gatehouse-patterns/1\n";
constexpr off_t largestFile = off_t{256} << 20;
constexpr std::size_t mostOthers = 15; // beside the one just written

class Descriptor {
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

bool onlyOurs(const struct stat &facts)
{
    const bool owner = facts.st_uid == geteuid() || facts.st_uid == 0;
    return S_ISREG(facts.st_mode) && owner && (facts.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

std::optional<std::string> readWhole(const Descriptor &file, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < size) {
        const ssize_t got = ::read(file.number(), bytes.data() + have, size - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::nullopt;
        have += static_cast<std::size_t>(got);
    }
    return bytes;
}

bool writeWhole(const Descriptor &file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(file.number(), bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

void removeOldest(const files::path &folder, const files::path &spared)
{
    std::error_code error;
    std::vector<std::pair<files::file_time_type, files::path>> found;
    for (auto entry = files::directory_iterator(folder, error);
         !error && entry != files::directory_iterator(); entry.increment(error)) {
        if (entry->path().extension() == extension && entry->path() != spared)
            found.emplace_back(entry->last_write_time(error), entry->path());
    }
    if (found.size() <= mostOthers)
        return;
    std::sort(found.begin(), found.end());
    found.resize(found.size() - mostOthers);
    for (const auto &[time, path] : found)
        files::remove(path, error);
}

} // namespace

DatabaseFile::DatabaseFile(const files::path &folder, const std::string &digest, const std::string &engine)
    : m_folder(folder)
    , m_key(sha256Hex(digest + '\n' + engine))
{
    m_path = folder / (m_key + std::string(extension));
}

std::string DatabaseFile::header(std::string_view bytes) const
{
    return std::string(magic) + m_key + '\n' + sha256Hex(bytes) + '\n';
}

std::optional<std::string> DatabaseFile::read() const
{
    if (m_folder.empty())
        return std::nullopt;
    const Descriptor file(::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    struct stat facts { };
    if (file.number() < 0 || fstat(file.number(), &facts) != 0 || !onlyOurs(facts)
        || facts.st_size > largestFile)
        return std::nullopt;
    const auto head = readWhole(file, header({}).size());
    if (!head)
        return std::nullopt;
    auto bytes = readWhole(file, static_cast<std::size_t>(facts.st_size) - head->size());
    if (!bytes || *head != header(*bytes))
        return std::nullopt;
    return bytes;
}

void DatabaseFile::write(std::string_view bytes) const
{
    if (m_folder.empty())
        return;
    std::error_code error;
    files::create_directories(m_folder, error);
    std::string temporary = m_path.string() + ".XXXXXX";
    {
        const Descriptor file(mkostemp(temporary.data(), O_CLOEXEC)); // readable and writable by us alone
        if (file.number() < 0)
            return;
        if (!writeWhole(file, header(bytes)) || !writeWhole(file, bytes)) {
            files::remove(temporary, error);
            return;
        }
    }
    files::rename(temporary, m_path, error);
    if (error)
        files::remove(temporary, error);
    removeOldest(m_folder, m_path);
}

} // namespace gatehouse
