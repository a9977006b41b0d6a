// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Settings: how the console looks, its keys, and what this store keeps. Looks change at once, the store on
// Save.

#include "models/system/store_options.h"
#include "ui/page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QSpinBox;
class QTabWidget;

namespace gatehouse::console {

class KeysEditor;

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(PageContext &context, QWidget *parent);

private:
    QWidget *buildAppearance();
    QWidget *buildStore();
    void showOptions(const StoreOptions &options);
    [[nodiscard]] StoreOptions chosenOptions() const;
    void save();
    PageContext &m_context;
    QTabWidget *m_tabs;
    QComboBox *m_theme;
    QSpinBox *m_textSize;
    QComboBox *m_language;
    QComboBox *m_alerts;
    QComboBox *m_capture;
    QSpinBox *m_retention;
    QSpinBox *m_size;
    QLabel *m_trouble;
    StoreOptions m_kept;
    bool m_storeRead = false;
};

} // namespace gatehouse::console
