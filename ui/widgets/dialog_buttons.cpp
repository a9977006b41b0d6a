// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialog_buttons.h"

#include <QCoreApplication>
#include <QPushButton>

namespace gatehouse::console {

namespace {
struct DialogButtons {
    Q_DECLARE_TR_FUNCTIONS(DialogButtons)
};
} // namespace

QDialogButtonBox *newDialogButtons(Leave leave)
{
    const bool cancels = leave == Leave::Cancel;
    auto *buttons = new QDialogButtonBox(cancels ? QDialogButtonBox::Cancel : QDialogButtonBox::Close);
    buttons->button(cancels ? QDialogButtonBox::Cancel : QDialogButtonBox::Close)
        ->setText(cancels ? DialogButtons::tr("Cancel") : DialogButtons::tr("Close"));
    return buttons;
}

} // namespace gatehouse::console
