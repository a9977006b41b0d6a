// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The bottom line: gateway, policy, what undo would undo. What is degraded takes the whole line, in words.

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatehouse::console {

class GatewayStatus;

// What the console's own gateway is doing; the supervisor tells, the bar shows.
enum class OwnGateway { Off, Starting, Running, Stopping, Failed };

class StateBar : public QWidget {
    Q_OBJECT

public:
    explicit StateBar(QWidget *parent = nullptr);

    void setStatus(const GatewayStatus &status);
    void setOwnGateway(OwnGateway state, const QString &words);
    void setUndoText(const QString &text, const QString &key);
    // A passing trouble; stays until the next change or until it is dismissed.
    void sayTrouble(const QString &text);

Q_SIGNALS:
    void gatewayToggleWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString calmText() const;
    QLabel *m_words;
    QLabel *m_undo;
    QPushButton *m_toggle;
    QPushButton *m_dismiss;
    QString m_gatewayText, m_policyText, m_trouble, m_passing, m_ownWords;
    OwnGateway m_own = OwnGateway::Off;
    bool m_alive = false;
};

} // namespace gatehouse::console
