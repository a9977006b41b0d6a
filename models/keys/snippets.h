// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a caller pastes to try a fresh key.

#include <QString>

namespace gatehouse::console {

// `address` is "host:port" of a gateway; `key` may be a secret, so the text is as secret as the key.
[[nodiscard]] QString curlSnippet(const QString &address, const QString &model, const QString &key);
[[nodiscard]] QString nodeSnippet(const QString &address, const QString &model, const QString &key);
[[nodiscard]] QString pythonSnippet(const QString &address, const QString &model, const QString &key);

} // namespace gatehouse::console
