// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A fresh key, the one time it is seen: copy it, or copy a call that uses it.

#include "models/keys/key_entry.h"

#include <QWidget>

namespace gatehouse::console {

class IssuedKeyView : public QWidget {
    Q_OBJECT

public:
    // What a copied secret may stay on the clipboard for.
    static constexpr int clipboardMs = 30'000;

    // `secret` is the whole key; `address` is "host:port" of the gateway to call.
    IssuedKeyView(
        const KeyEntry &entry, const QString &secret, const QString &address, QWidget *parent = nullptr);

private:
    QWidget *newSnippet(const QString &text, const QString &what);
};

} // namespace gatehouse::console
