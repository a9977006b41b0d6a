// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stands above every page while the store cannot be reached: why, how old what is shown is, when it is tried
// again. Also while it can only be read. Takes no room otherwise.

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace gatehouse::console {

class StoreSession;

class OfflineBanner : public QWidget {
    Q_OBJECT

public:
    // `session` outlives the banner.
    explicit OfflineBanner(StoreSession &session, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void count(); // the seconds to the next try
    StoreSession &m_session;
    QLabel *m_why;
    QLabel *m_state;
    QPushButton *m_tryNow;
    QTimer m_second;
};

} // namespace gatehouse::console
