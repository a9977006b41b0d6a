// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Asks the store for what stood under the masks of a call: noted in the audit log first, then opened with the
// reviewer's key.

#include "core/base/secret_string.h"
#include "models/review/conversation.h"

#include <QObject>
#include <QString>

namespace gatehouse::console {

class StoreSession;

struct RevealWish {
    QString id;
    QString keyFile;
    SecretString passphrase;
    QString reason;
};

class Reveal : public QObject {
    Q_OBJECT

public:
    explicit Reveal(StoreSession &session, QObject *parent = nullptr);

    void ask(const RevealWish &wish);

Q_SIGNALS:
    void revealed(const QString &id, const gatehouse::console::Conversation &conversation);
    void failed(const QString &why);

private:
    StoreSession &m_session;
};

} // namespace gatehouse::console
