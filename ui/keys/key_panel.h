// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One key, read top-down: whose it is, what it may do, how it is used, and what can be done about it.

#include "models/keys/key_entry.h"

#include <QWidget>

class QAction;
class QFormLayout;
class QLabel;

namespace gatehouse::console {

class CopyButton;
class LimitsView;

// The commands of a key, made by the page.
struct KeyActions {
    QAction *edit = nullptr;
    QAction *suspendOrResume = nullptr;
    QAction *rotate = nullptr;
    QAction *limits = nullptr;
    QAction *revoke = nullptr;
    QAction *showCalls = nullptr;
};

class KeyPanel : public QWidget {
    Q_OBJECT

public:
    explicit KeyPanel(const KeyActions &actions, QWidget *parent = nullptr);

    void setEntry(const KeyEntry &entry);
    void setUse(const KeyUse &use);
    void setLimits(const QList<LimitEntry> &limits);
    [[nodiscard]] QString shownId() const { return m_entry.id; }

Q_SIGNALS:
    void limitsWanted(const gatehouse::console::LimitSubject &subject);

private:
    QWidget *newFacts(const KeyActions &actions);
    QWidget *newButtons(const KeyActions &actions);
    void showEntitlement();
    void setFact(QLabel *fact, const QString &text);
    QLabel *addFact(const QString &name);
    void refreshState();

    KeyEntry m_entry;
    QLabel *m_id;
    QLabel *m_state;
    CopyButton *m_copyId;
    QFormLayout *m_facts;
    QLabel *m_team, *m_environment, *m_useCase;
    QLabel *m_models, *m_providers, *m_routes, *m_tools;
    QLabel *m_addresses, *m_required, *m_metadata, *m_bounds;
    QLabel *m_expires, *m_rotated, *m_created, *m_lastUsed, *m_calls;
    LimitsView *m_limits;
};

} // namespace gatehouse::console
