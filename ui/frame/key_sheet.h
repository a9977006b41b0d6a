// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The `?` sheet: every key, by desk.

#include <QDialog>

namespace gatehouse::console {

class ShortcutMap;

class KeySheet : public QDialog {
    Q_OBJECT

public:
    KeySheet(const ShortcutMap &shortcuts, QWidget *parent);

Q_SIGNALS:
    void changeWanted(); // to the settings, where keys are changed
};

} // namespace gatehouse::console
