// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Calls over time as a strip of bars, and a time chosen in it by mouse or keyboard.

#include "models/overview/overview_data.h"

#include <QWidget>

#include <optional>

namespace gatehouse::console {

// Drag, or Shift with the arrow keys, chooses steps; letting go, or Enter, asks for them; Escape drops the
// choice, or, when there is none, asks for all of the time, as a double click does.
class TimelineStrip final : public QWidget {
    Q_OBJECT

public:
    explicit TimelineStrip(QWidget *parent = nullptr);

    // Oldest first; `isCounting`: the oldest are not counted yet.
    void setSteps(std::vector<VerdictStep> steps, bool isCounting);
    [[nodiscard]] const std::vector<VerdictStep> &steps() const { return m_steps; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QDateTime &from, const QDateTime &to); // UTC
    void cleared();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int stepAt(int x) const;
    [[nodiscard]] QRect bars() const;
    [[nodiscard]] QRectF columnOf(int step) const;
    [[nodiscard]] QString wordsOf(int first, int last) const;
    void drawBars(QPainter &painter) const;
    void drawChoice(QPainter &painter) const;
    void drawTimes(QPainter &painter) const;
    void moveTo(int step, bool extend);
    void choose();
    void describe();

    std::vector<VerdictStep> m_steps;
    bool m_isCounting = false;
    bool m_isDragging = false;
    int m_cursor = -1; // the step that is named
    std::optional<int> m_anchor; // where a choice began; it ends at the cursor
};

} // namespace gatehouse::console
