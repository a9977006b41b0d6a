// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cli/passphrase.h"

#include <array>
#include <cerrno>
#include <openssl/crypto.h>
#include <string_view>
#include <termios.h>
#include <unistd.h>

namespace gatehouse::gateway::cli {

namespace {

constexpr std::size_t longestPassphrase = 1024;
constexpr std::size_t shortestNew = 12;

// Typed characters are not shown while it lives.
class UnseenTyping {
public:
    UnseenTyping()
        : m_changed(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_changed)
            return;
        termios unseen = m_before;
        unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    }
    ~UnseenTyping()
    {
        if (m_changed)
            (void)::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    UnseenTyping(const UnseenTyping &) = delete;
    UnseenTyping &operator=(const UnseenTyping &) = delete;

private:
    termios m_before{};
    bool m_changed;
};

void ask(std::string_view words)
{
    (void)!::write(STDERR_FILENO, words.data(), words.size());
}

// Byte by byte, so that nothing after the line is taken.
Result<SecretString> readLine()
{
    std::array<char, longestPassphrase> line{};
    std::size_t size = 0;
    ssize_t got = 0;
    for (char next = 0; size < line.size(); line[size++] = next) {
        do {
            got = ::read(STDIN_FILENO, &next, 1);
        } while (got < 0 && errno == EINTR);
        if (got <= 0 || next == '\n')
            break;
    }
    if (size > 0 && line[size - 1] == '\r')
        --size;
    SecretString passphrase(std::string_view(line.data(), size));
    OPENSSL_cleanse(line.data(), line.size());
    if (passphrase.empty() || size == line.size())
        return fail(ErrorKind::InvalidInput, "no passphrase: expected one line", "standard input",
            "type it when asked, or pipe it in");
    return passphrase;
}

Result<SecretString> typed(std::string_view question)
{
    if (::isatty(STDIN_FILENO) == 0)
        return readLine();
    ask(question);
    Result<SecretString> passphrase = [] {
        const UnseenTyping unseen;
        return readLine();
    }();
    ask("\n");
    return passphrase;
}

} // namespace

Result<SecretString> readPassphrase()
{
    return typed("passphrase: ");
}

Result<SecretString> readNewPassphrase()
{
    auto passphrase = typed("new passphrase: ");
    if (!passphrase)
        return passphrase;
    if (passphrase->reveal().size() < shortestNew)
        return fail(ErrorKind::InvalidInput, "the passphrase is too short", "standard input",
            "take at least " + std::to_string(shortestNew) + " characters");
    if (::isatty(STDIN_FILENO) == 0)
        return passphrase;
    const auto again = typed("once more: ");
    if (!again)
        return again;
    if (!again->matches(passphrase->reveal()))
        return fail(ErrorKind::InvalidInput, "the two passphrases are not the same", "standard input");
    return passphrase;
}

} // namespace gatehouse::gateway::cli
