// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "store/key_folder.h"

#include "core/base/digest.h"
#include "store/postgres/address.h"
#include "store/store.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace gatehouse::store {

namespace {

constexpr mode_t onlyOwner = S_IRWXU;
constexpr mode_t onlyOwnerFile = S_IRUSR | S_IWUSR;
constexpr mode_t others = S_IRWXG | S_IRWXO;
// A key or certificate in text form is far smaller.
constexpr std::size_t largestKeyFile = 65536;

class File {
public:
    File(const std::string &path, int flags, mode_t mode = 0)
        : m_file(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode))
    {
    }
    ~File()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    [[nodiscard]] bool isOpen() const { return m_file >= 0; }
    [[nodiscard]] int get() const { return m_file; }

private:
    int m_file;
};

tl::unexpected<Error> unreachable(const std::string &what, const std::string &path)
{
    return fail(
        ErrorKind::Unreachable, what, path, "check the permissions of the folder and the space on its disk");
}

Status makeFolder(const std::string &folder)
{
    if (::mkdir(folder.c_str(), onlyOwner) != 0 && errno != EEXIST)
        return unreachable("the folder for the store's keys can't be made", folder);
    struct stat info { };
    if (::stat(folder.c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
        return unreachable("the place for the store's keys is not a folder", folder);
    if ((info.st_mode & others) != 0)
        return fail(ErrorKind::NotPermitted, "other users may enter the folder of the store's keys", folder,
            "run: chmod 700 on it");
    return {};
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

std::string temporaryName(const std::string &path)
{
    std::array<std::uint8_t, 8> random{};
    fillRandom(random);
    return path + ".new-" + toHex(random);
}

bool writeNew(const std::string &path, const SecretString &bytes)
{
    const File file(path, O_WRONLY | O_CREAT | O_EXCL, onlyOwnerFile);
    return file.isOpen() && writeAll(file.get(), bytes.reveal());
}

bool syncFolder(const std::string &folder)
{
    const File directory(folder, O_RDONLY | O_DIRECTORY);
    return directory.isOpen() && ::fsync(directory.get()) == 0;
}

// Writes the file beside its place and links it there: whoever comes second finds the first one's file.
Status publish(const std::string &folder, const std::string &path, const SecretString &bytes)
{
    const std::string temporary = temporaryName(path);
    const bool linked
        = writeNew(temporary, bytes) && (::link(temporary.c_str(), path.c_str()) == 0 || errno == EEXIST);
    ::unlink(temporary.c_str());
    if (!linked)
        return unreachable("a key of the store can't be written", path);
    if (!syncFolder(folder))
        return unreachable("a key of the store can't be written", path);
    return {};
}

Result<SecretString> readAll(int file, const std::string &path)
{
    std::string bytes(largestKeyFile, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(file, bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return unreachable("a key of the store can't be read", path);
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    SecretString secret(std::string_view(bytes).substr(0, size));
    OPENSSL_cleanse(bytes.data(), bytes.size());
    return secret;
}

} // namespace

Result<SecretString> readKeyFile(const std::string &storeLocation, const std::string &name)
{
    return readPrivateFile(keyFolderOf(storeLocation) / name);
}

Result<SecretString> readPrivateFile(const std::filesystem::path &place)
{
    const std::string path = place.string();
    const File file(path, O_RDONLY);
    if (!file.isOpen() && errno == ENOENT)
        return fail(ErrorKind::NotFound, "a key of the store is missing", path,
            "keep the folder with the keys beside the store when it is moved");
    if (!file.isOpen())
        return unreachable("a key of the store can't be read", path);
    struct stat info { };
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return unreachable("a key of the store can't be read", path);
    if ((info.st_mode & others) != 0)
        return fail(
            ErrorKind::NotPermitted, "other users may read a key of the store", path, "run: chmod 600 on it");
    return readAll(file.get(), path);
}

Status createPrivateFile(const std::filesystem::path &place, const SecretString &bytes)
{
    const std::string path = place.string();
    std::error_code unknown;
    if (std::filesystem::exists(std::filesystem::symlink_status(place, unknown)))
        return fail(ErrorKind::Conflict, "there is a file of this name already", path, "name another");
    const std::string folder = place.has_parent_path() ? place.parent_path().string() : ".";
    if (writeNew(path, bytes) && syncFolder(folder))
        return {};
    if (errno != EEXIST)
        ::unlink(path.c_str());
    return unreachable("a private file can't be written", path);
}

Status replacePrivateFile(const std::filesystem::path &place, const SecretString &bytes)
{
    const std::string folder = place.parent_path().string();
    std::error_code ignored;
    std::filesystem::create_directories(place.parent_path().parent_path(), ignored);
    if (Status made = makeFolder(folder); !made)
        return made;
    const std::string temporary = temporaryName(place.string());
    const bool replaced
        = writeNew(temporary, bytes) && ::rename(temporary.c_str(), place.c_str()) == 0 && syncFolder(folder);
    if (!replaced) {
        ::unlink(temporary.c_str());
        return unreachable("a private file can't be written", place.string());
    }
    return {};
}

Result<SecretString> ensureKeyFile(const std::string &storeLocation, const std::string &name,
    const std::function<Result<SecretString>()> &make)
{
    auto found = readKeyFile(storeLocation, name);
    if (found || found.error().kind != ErrorKind::NotFound)
        return found;
    const auto folder = keyFolderOf(storeLocation);
    // Of a database they are kept in a folder of ours; beside a file there is one.
    std::error_code ignored;
    if (isPostgres(storeLocation))
        std::filesystem::create_directories(folder.parent_path(), ignored);
    if (Status made = makeFolder(folder.string()); !made)
        return tl::unexpected(made.error());
    auto fresh = make();
    if (!fresh)
        return fresh;
    if (Status published = publish(folder.string(), (folder / name).string(), *fresh); !published)
        return tl::unexpected(published.error());
    return readKeyFile(storeLocation, name);
}

Status copyKeyFiles(const std::string &fromLocation, const std::string &toLocation)
{
    std::error_code failed;
    const std::filesystem::path folder = keyFolderOf(fromLocation);
    std::filesystem::directory_iterator files(folder, failed);
    if (failed && failed != std::errc::no_such_file_or_directory)
        return fail(ErrorKind::NotPermitted, "the folder of the store's keys can't be read", folder.string(),
            "copy the store as who owns it");
    for (; files != std::filesystem::directory_iterator(); files.increment(failed)) {
        const std::string name = files->path().filename().string();
        if (failed || !files->is_regular_file(failed) || name.find(".new-") != std::string::npos)
            continue;
        const auto key = readKeyFile(fromLocation, name);
        if (!key)
            return tl::unexpected<Error>(key.error());
        const auto there = ensureKeyFile(toLocation, name, [&] { return Result<SecretString>(*key); });
        if (!there)
            return tl::unexpected<Error>(there.error());
        if (!there->matches(key->reveal()))
            return fail(ErrorKind::Conflict, "the store to copy to has another key of its own",
                (keyFolderOf(toLocation) / name).string(), "name a place without a store");
    }
    return {};
}

} // namespace gatehouse::store
