// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Keys desk: teams on the left, their keys, and one key on the right.

#include "models/keys/keys_filter.h"
#include "ui/keys/key_panel.h"
#include "ui/page.h"

#include <QPointer>
#include <QTimer>

class QCheckBox;
class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace gatehouse::console {

class DataTable;
class EmptyState;
class KeyDesk;
class RevokeDialog;

class KeysPage final : public Page {
    Q_OBJECT

public:
    KeysPage(PageContext &context, QWidget *parent);

    // "key": the id to select; "issue": true opens the issue dialog.
    void open(const QVariantMap &what) override;
    void activated() override;
    void deactivated() override;
    [[nodiscard]] QList<QWidget *> panes() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions(PageContext &context);
    QWidget *newToolRow();
    void makeTable();
    void connectDesk();
    void showLoaded();
    void showCurrent();
    void showWhetherEmpty();
    void selectKey(const QString &id);
    void issueKey();
    void revokeKey();
    void suspendOrResume();
    void rotateKey();
    void editKey();
    void editLimits();
    void openLimits(const QList<LimitSubject> &first, const LimitSubject &chosen);
    void askLimits();
    void connectUndo(QAction *undo);
    void connectRedo(QAction *redo);
    [[nodiscard]] const KeyEntry *current() const;

    KeyDesk *m_desk;
    TeamTreeModel *m_teams;
    KeysFilter *m_filter;
    QTreeView *m_tree;
    DataTable *m_table;
    QStackedWidget *m_middle;
    EmptyState *m_empty;
    QStackedWidget *m_right;
    KeyPanel *m_panel;
    QLineEdit *m_search;
    QCheckBox *m_ended;
    QAction *m_issue;
    KeyActions m_actions;
    QPointer<RevokeDialog> m_revoking;
    QTimer m_live; // asks again what was used, while the page is looked at
    QString m_wanted; // id to select once it is there
};

} // namespace gatehouse::console
