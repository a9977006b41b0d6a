// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shows the originals of the call in a detail pane, and hides them again.

#include "models/review/reveal.h"

#include <QPointer>

class QAction;
class QPushButton;

namespace gatehouse::console {

class DetailPane;
class RevealDialog;
struct PageContext;

class Revealer : public QObject {
    Q_OBJECT

public:
    // `action` has the key and the right it takes; its button goes to the pane. `page` is the dialog's
    // parent, and owns this.
    Revealer(PageContext &context, DetailPane &pane, QAction *action, QWidget *page);

private:
    void toggle();
    void ask();
    void show(const QString &id, Conversation conversation);
    void refresh();
    [[nodiscard]] QString whyNot() const;

    PageContext &m_context;
    DetailPane &m_pane;
    QAction *m_action;
    QWidget *m_page;
    QPushButton *m_button;
    Reveal m_reveal;
    QPointer<RevealDialog> m_dialog;
};

} // namespace gatehouse::console
