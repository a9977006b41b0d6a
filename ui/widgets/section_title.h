// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A heading within a page: 11 pt semibold, a line under it when wanted, cut visibly where there is no room;
// headings are found by screen readers as labels.

#include <QLabel>

namespace gatehouse::console {

class SectionTitle : public QLabel {
    Q_OBJECT

public:
    explicit SectionTitle(const QString &text = {}, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
};

// A one-pixel line across.
[[nodiscard]] QWidget *newLine(QWidget *parent = nullptr);

} // namespace gatehouse::console
