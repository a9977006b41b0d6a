// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One figure of a period with its name; pressing it leads to what it counts.

#include <QAbstractButton>

namespace gatehouse::console {

class FigureTile : public QAbstractButton {
    Q_OBJECT

public:
    explicit FigureTile(const QString &name, QWidget *parent = nullptr);
    // `note` says what the figure is a part of, or over what time.
    void setFigure(const QString &figure, const QString &note);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_name;
    QString m_figure;
    QString m_note;
};

} // namespace gatehouse::console
