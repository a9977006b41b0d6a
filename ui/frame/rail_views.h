// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The saved views of the desk on screen, below the desks on the rail: name and count of as many as there is
// room for. Counts come one after the other, in the background.

#include <QAbstractButton>
#include <QList>
#include <QPointer>
#include <QWidget>

namespace gatehouse::console {

class ViewsButton;

// One of them.
class RailView : public QAbstractButton {
    Q_OBJECT

public:
    RailView(const QString &name, const QString &key, const QString &filter, QWidget *parent = nullptr);
    void setCount(qint64 count); // -1: not counted yet
    [[nodiscard]] const QString &count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_count;
};

class RailViews : public QWidget {
    Q_OBJECT

public:
    explicit RailViews(QWidget *parent = nullptr);
    // Those of another desk; null: it has none.
    void follow(ViewsButton *views);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void showWhatFits();
    QPointer<ViewsButton> m_source;
    QList<RailView *> m_views;
};

} // namespace gatehouse::console
