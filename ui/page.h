// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The base of every desk: made on first visit, kept until the store is closed.

#include <QIcon>
#include <QVariantMap>
#include <QWidget>

namespace gatehouse::console {

class Preferences;
class ShortcutMap;
class StoreSession;
class ViewsButton;

// What a page may use; all of it outlives the page.
struct PageContext {
    StoreSession &session;
    ShortcutMap &shortcuts;
    Preferences &preferences;
};

class Page : public QWidget {
    Q_OBJECT

public:
    // `key` is the word of --page, and the object name.
    Page(const QString &key, QWidget *parent);

    [[nodiscard]] QString key() const { return objectName(); }
    // Beside the page's name in the top line: "Open 1,284 · Mine 12".
    [[nodiscard]] const QString &titleLine() const { return m_titleLine; }
    // Whether the data of the first view is on screen.
    [[nodiscard]] bool isReady() const { return m_ready; }

    // Shown now / covered by another page. A page may stop asking the store while it is covered.
    virtual void activated() { }
    virtual void deactivated() { }
    // Where another page sends the user: keys are the page's own ("filter", "rule", "interaction", "text",
    // …).
    virtual void open(const QVariantMap &what) { Q_UNUSED(what) }
    // Its saved views, for the rail; null on a desk without any.
    [[nodiscard]] virtual ViewsButton *savedViews() const { return nullptr; }
    // The panes F6 goes through, in reading order.
    [[nodiscard]] virtual QList<QWidget *> panes() const { return {}; }

Q_SIGNALS:
    // The first view shows its data; a screenshot may be taken. Comes once.
    void whenReady();
    void titleLineChanged(const QString &text);
    // Count shown on the rail; 0 hides it.
    void badgeChanged(int count);
    // A short word for the status bar: what was done and can be undone. Empty clears it.
    void undoTextChanged(const QString &text);
    // Something failed that no place on the page shows.
    void troubleSaid(const QString &text);
    // Go to another page, by its key.
    void goTo(const QString &page, const QVariantMap &what);

protected:
    void setTitleLine(const QString &text);
    void setReady();

private:
    QString m_titleLine;
    bool m_ready = false;
};

} // namespace gatehouse::console
