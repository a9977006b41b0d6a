// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the person at the console may do in the open store, and who could do the rest.
//
// The store decides whatever is believed here; this only spares people vain attempts. Everything is allowed
// until the store has said otherwise, and always on a file.

#include <QObject>
#include <QString>

#include <bitset>

namespace gatehouse::store {
class Capabilities;
}

namespace gatehouse::console {

enum class Right {
    ReadContent, // what calls said, notes
    Review,
    ChangeKeys, // and limits
    ChangeNames, // teams, environments, use cases
    DraftPolicies,
    PublishPolicies,
    ReadAudit, // others' entries
    VerifyAudit,
    ChangeProviders, // models, prices and credentials too
    ChangeSettings, // those that live in the store
};
inline constexpr int rightCount = 10;

class Permissions : public QObject {
    Q_OBJECT

public:
    explicit Permissions(QObject *parent = nullptr);

    [[nodiscard]] bool may(Right right) const { return whyNot(right).isEmpty(); }
    // "Needs a key administrator."; empty when it is allowed.
    [[nodiscard]] QString whyNot(Right right) const;
    void setHeld(const store::Capabilities &held);
    // Why nobody can change this store, or nothing.
    void setReadOnlyReason(const QString &reason);
    // Says whyNot() where the window says what failed.
    void refuse(Right right) { Q_EMIT refused(whyNot(right)); }

Q_SIGNALS:
    void changed();
    void contentRightChanged(); // before changed()
    void refused(const QString &why);

private:
    std::bitset<rightCount> m_held;
    QString m_readOnlyReason;
};

} // namespace gatehouse::console
