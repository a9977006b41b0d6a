// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/sealing_label.h"

namespace gatehouse::console {

namespace {
constexpr int shownOfFingerprint = 12;
}

SealingLabel::SealingLabel(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("sealing"));
    setProperty("look", QStringLiteral("muted"));
    setWordWrap(true);
}

void SealingLabel::showRecipients(const Recipients &recipients)
{
    QStringList known;
    QStringList unknown;
    for (const RecipientEntry &each : recipients.all) {
        const QString words = tr("%1 (%2…)")
                                  .arg(each.own ? tr("%1, this machine").arg(each.name) : each.name,
                                      each.fingerprint.left(shownOfFingerprint));
        (each.pinned || recipients.firstUse ? known : unknown).append(words);
    }
    const QString separator = QStringLiteral(" · ");
    if (!unknown.isEmpty())
        setText(tr("Not pinned on this machine: %1. No credential is sealed until it is: compare its "
                   "fingerprint on that gateway, then run gatehouse recipient trust.")
                    .arg(unknown.join(separator)));
    else if (known.isEmpty())
        setText(tr("Sealed for this machine's gateway, which becomes the store's first recipient."));
    else
        setText((recipients.firstUse ? tr("Sealed for %1, pinned on this machine from then on.")
                                     : tr("Sealed for %1, as pinned on this machine."))
                    .arg(known.join(separator)));
    if (!unknown.isEmpty())
        setProperty("look", QStringLiteral("warning"));
}

} // namespace gatehouse::console
