// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The file that keeps records while the store can't be written: appended to, synced, read again in order.
//
// A header of 24 bytes (magic, 16 random bytes that name this filling of the file), then frames: 4 bytes of
// length (little endian), 16 bytes of checksum, the payload. Each checksum is SHA-256, cut to 16 bytes, over
// the checksum before it (the header, for the first), the length and the payload: a frame left over from a
// write that failed never passes for the successor of another.

#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::store {

struct LocalJournalOptions {
    std::string file; // path; empty: beside the store, named after it with ".journal"
    std::uint64_t reserveBytes
        = 16ULL * 1024 * 1024; // kept free for it on the disk, so that a full one has room
    std::uint64_t maximumBytes = 1024ULL * 1024 * 1024; // it takes no more than this
};

// Used by one thread. Only one at a time has the file: a second is a Conflict.
class LocalJournal {
public:
    // Makes the file (mode 0600) when there is none. Frames torn by a crash are cut off; what was cut is kept
    // beside the file as ".torn".
    [[nodiscard]] static Result<LocalJournal> open(const LocalJournalOptions &options);
    LocalJournal(LocalJournal &&other) noexcept;
    LocalJournal &operator=(LocalJournal &&) = delete;
    ~LocalJournal();

    // All payloads on the disk, or none. Unreachable when the disk won't take them.
    [[nodiscard]] Status append(const std::vector<std::string> &payloads);

    struct Position {
        std::string filling; // hex; names what the offset is of
        std::uint64_t offset = 0;
        friend bool operator==(const Position &, const Position &) = default;
    };
    [[nodiscard]] Position start() const;
    [[nodiscard]] std::uint64_t end() const { return m_end; }
    [[nodiscard]] bool isEmpty() const { return m_end <= headerBytes; }

    struct Slice {
        std::vector<std::string> payloads;
        std::uint64_t next = 0; // offset behind the last of them
    };
    // Up to `most` payloads from an offset that start() or an earlier slice gave.
    [[nodiscard]] Result<Slice> read(std::uint64_t offset, std::size_t most) const;
    // Number of payloads from an offset on.
    [[nodiscard]] Result<std::int64_t> count(std::uint64_t offset) const;

    // Everything was replayed: the file is emptied, its space kept.
    [[nodiscard]] Status clear();
    // Keeps a payload the store does not take, in a file of its own beside this one (".rejected").
    [[nodiscard]] Status putAside(std::string_view payload) const;

    static constexpr std::uint64_t headerBytes = 24;

private:
    using Checksum = std::array<std::uint8_t, 16>;
    LocalJournal(int file, LocalJournalOptions options)
        : m_file(file)
        , m_options(std::move(options))
    {
    }
    [[nodiscard]] Status recover();
    [[nodiscard]] Status keepTorn(std::uint64_t size) const;
    void beginFilling();
    void reserve() const;
    [[nodiscard]] Error failure(const char *what) const;
    [[nodiscard]] static Checksum checksum(const Checksum &before, std::string_view payload);

    int m_file = -1;
    LocalJournalOptions m_options;
    Checksum m_filling{}; // the header's random bytes, which the first frame's checksum starts from
    Checksum m_last{}; // of the last frame
    std::uint64_t m_end = 0; // 0: not even a header
};

} // namespace gatehouse::store
