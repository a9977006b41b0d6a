// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line above a page: its name and figures, the store, and the way to every command.

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatehouse::console {

class SectionTitle;

class TopLine : public QWidget {
    Q_OBJECT

public:
    explicit TopLine(QWidget *parent = nullptr);
    void setTitle(const QString &title, const QString &figures);
    void setStore(const QString &name, const QString &location);
    void setPaletteKey(const QString &key);

Q_SIGNALS:
    void storeWanted();
    void paletteWanted();
    void settingsWanted();

private:
    void recolour();
    SectionTitle *m_title;
    QLabel *m_figures;
    QPushButton *m_store;
    QPushButton *m_palette;
    QPushButton *m_settings;
};

} // namespace gatehouse::console
