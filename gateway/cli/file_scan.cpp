// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/file_scan.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace gatehouse::gateway::cli {

namespace fs = std::filesystem;

namespace {

using OnFound = std::function<void(const KeyInFile &)>;
using OnUnread = std::function<void(const Error &)>;

constexpr std::size_t chunkBytes = std::size_t{1} << 20;
// A key is 67 characters: what could be the start of one stays for the next chunk.
constexpr std::size_t overlapBytes = 128;

Error unread(const std::string &path, int reason)
{
    return {ErrorKind::InvalidInput, std::string("not searched: ") + std::strerror(reason), path, {}};
}

// Reports what starts before `end`; what starts later is seen again with the next chunk.
void report(const std::string &window, std::size_t end, KeyInFile base, const OnFound &onFound)
{
    std::size_t counted = 0;
    for (const FoundVirtualKey &key : findVirtualKeys(window)) {
        if (key.range.start >= end)
            return;
        base.line
            += static_cast<std::uint64_t>(std::count(window.begin() + static_cast<std::ptrdiff_t>(counted),
                window.begin() + static_cast<std::ptrdiff_t>(key.range.start), '\n'));
        counted = key.range.start;
        KeyInFile found = base;
        found.offset += key.range.start;
        found.id = key.id;
        onFound(found);
    }
}

void scanDescriptor(int descriptor, const std::string &path, const OnFound &onFound, const OnUnread &onUnread)
{
    std::string window;
    KeyInFile base;
    base.path = path;
    for (;;) {
        const std::size_t kept = window.size();
        window.resize(kept + chunkBytes);
        const ssize_t got = ::read(descriptor, window.data() + kept, chunkBytes);
        if (got < 0 && errno == EINTR) {
            window.resize(kept);
            continue;
        }
        if (got < 0)
            onUnread(unread(path, errno));
        window.resize(kept + (got > 0 ? static_cast<std::size_t>(got) : 0));
        const std::size_t end
            = got > 0 ? window.size() - std::min(window.size(), overlapBytes) : window.size();
        report(window, end, base, onFound);
        if (got <= 0)
            return;
        base.line += static_cast<std::uint64_t>(
            std::count(window.begin(), window.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
        base.offset += end;
        window.erase(0, end);
    }
}

void scanFile(const std::string &path, int extraFlags, const OnFound &onFound, const OnUnread &onUnread)
{
    // Non-blocking, so that a pipe put in a file's place between the walk and here can't stop us.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | extraFlags);
    if (descriptor < 0) {
        onUnread(unread(path, errno));
        return;
    }
    struct stat info { };
    if (::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode))
        scanDescriptor(descriptor, path, onFound, onUnread);
    else
        onUnread({ErrorKind::InvalidInput, "not searched: neither a file nor a folder", path, {}});
    ::close(descriptor);
}

// Entries sorted by name, so that two runs print the same.
std::vector<fs::directory_entry> entriesOf(const fs::path &folder, const OnUnread &onUnread)
{
    std::error_code failure;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator at(folder, failure);
    for (; !failure && at != fs::directory_iterator(); at.increment(failure))
        entries.push_back(*at);
    if (failure)
        onUnread(unread(folder.string(), failure.value()));
    std::ranges::sort(entries, {}, [](const auto &entry) { return entry.path().native(); });
    return entries;
}

void scanFolder(const fs::path &top, const OnFound &onFound, const OnUnread &onUnread)
{
    // A list instead of recursion: a hostile tree is as deep as it likes.
    std::vector<fs::path> folders{top};
    while (!folders.empty()) {
        const fs::path folder = std::move(folders.back());
        folders.pop_back();
        std::vector<fs::path> inside;
        for (const fs::directory_entry &entry : entriesOf(folder, onUnread)) {
            std::error_code ignored;
            const auto type = entry.symlink_status(ignored).type();
            if (type == fs::file_type::directory)
                inside.push_back(entry.path());
            else if (type == fs::file_type::regular)
                scanFile(entry.path().string(), O_NOFOLLOW, onFound, onUnread);
        }
        folders.insert(folders.end(), inside.rbegin(), inside.rend());
    }
}

} // namespace

void scanForKeys(const std::string &path, const OnFound &onFound, const OnUnread &onUnread)
{
    std::error_code ignored;
    if (path == "-")
        scanDescriptor(STDIN_FILENO, "-", onFound, onUnread);
    else if (fs::is_directory(path, ignored))
        scanFolder(path, onFound, onUnread);
    else
        scanFile(path, 0, onFound, onUnread);
}

} // namespace gatehouse::gateway::cli
