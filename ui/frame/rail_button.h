// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One desk on the rail: icon, word, and a count when something waits there.

#include <QAbstractButton>

namespace gatehouse::console {

class RailButton : public QAbstractButton {
    Q_OBJECT

public:
    RailButton(QString icon, const QString &word, QWidget *parent = nullptr);
    void setBadge(int count); // 0 hides it
    [[nodiscard]] int badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBadge(QPainter &painter, const QRect &icon) const;
    const QString m_icon;
    int m_badge = 0;
};

} // namespace gatehouse::console
