// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/views_button.h"

#include "ui/settings/right_binding.h"
#include "ui/settings/shortcut_map.h"

#include <QInputDialog>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr int keyedViews = 9;

QString escaped(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

QString countText(qint64 count)
{
    return count < 0 ? QStringLiteral("…") : QLocale().toString(count);
}

} // namespace

ViewsButton::ViewsButton(
    SavedViews &views, ShortcutMap &shortcuts, const QString &desk, const QString &group, QWidget *owner)
    : QToolButton(owner)
    , m_views(views)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("views"));
    setText(tr("Views"));
    setAccessibleName(tr("Saved views"));
    setToolTip(tr("Filters kept under a name, for oneself or shared"));
    setPopupMode(QToolButton::InstantPopup);
    setProperty("look", QStringLiteral("button"));
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setMenu(m_menu);
    addKeys(shortcuts, desk, group, owner);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        rebuild();
        m_views.count();
    });
    connect(&views, &SavedViews::changed, this, &ViewsButton::rebuild);
    connect(&views, &SavedViews::failed, this, &ViewsButton::troubleSaid);
    connect(&views.undoSteps(), &UndoSteps::changed, this, &ViewsButton::rebuild);
    connect(&views, &SavedViews::counted, this, [this](int view) {
        const QList<QAction *> actions = m_menu->actions();
        if (view < actions.size() && view < m_views.views().size())
            actions[view]->setText(
                QStringLiteral("%1   %2\t%3")
                    .arg(escaped(m_views.views()[view].name), countText(m_views.views()[view].count),
                        actions[view]->text().section(QLatin1Char('\t'), 1)));
    });
    rebuild();
}

void ViewsButton::addKeys(ShortcutMap &shortcuts, const QString &desk, const QString &group, QWidget *owner)
{
    for (int i = 0; i < keyedViews; ++i) {
        QAction *key = shortcuts.add(
            {QStringLiteral("%1.view.%2").arg(desk).arg(i + 1), tr("Saved view %1").arg(i + 1),
                QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), group},
            owner);
        connect(key, &QAction::triggered, this, [this, i] { choose(i); });
        m_keys.append(key);
    }
}

void ViewsButton::setShown(const QString &filter, bool live)
{
    m_filter = filter;
    m_live = live;
    rebuild();
}

void ViewsButton::rebuild()
{
    m_menu->clear();
    if (m_items)
        m_items->deleteLater(); // one of them may be at work
    m_items = new QObject(this);
    addViews();
    m_menu->addSeparator();
    addChanges();
    Q_EMIT changed();
}

void ViewsButton::addViews()
{
    const ViewEntry *shown = current();
    for (int i = 0; i < m_views.views().size(); ++i) {
        const ViewEntry &view = m_views.views()[i];
        auto *go = new QAction(
            QStringLiteral("%1   %2\t%3").arg(escaped(view.name), countText(view.count), keyOf(i)), m_items);
        go->setToolTip(view.filter);
        go->setCheckable(true);
        go->setChecked(shown && shown->is(view));
        connect(go, &QAction::triggered, this, [this, i] { choose(i); });
        m_menu->addAction(go);
    }
    for (int i = 0; i < m_keys.size(); ++i)
        m_keys[i]->setEnabled(i < m_views.views().size());
    m_menu->setToolTipsVisible(true);
}

void ViewsButton::addChanges()
{
    const auto add = [this](const QString &name, const QString &text, const std::function<void()> &work,
                         bool needsReview) {
        auto *action = new QAction(text, m_items);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, work);
        if (needsReview)
            new ActionRight(action, Right::Review, m_views.permissions());
        m_menu->addAction(action);
        return action;
    };
    add(
        QStringLiteral("save"), tr("Save this view…"), [this] { save(); }, false);
    if (const ViewEntry *shown = current()) {
        const ViewEntry view = *shown;
        add(
            QStringLiteral("rename"), tr("Rename “%1”…").arg(escaped(view.name)),
            [this, view] {
                askName(tr("Rename view"), view.name,
                    [this, view](const QString &name) { m_views.rename(view, name); });
            },
            view.shared);
        add(
            QStringLiteral("share"),
            view.shared ? tr("Keep “%1” to myself").arg(escaped(view.name))
                        : tr("Share “%1” with everybody").arg(escaped(view.name)),
            [this, view] { m_views.setShared(view, !view.shared); }, true);
        add(
            QStringLiteral("delete"), tr("Delete “%1”").arg(escaped(view.name)),
            [this, view] { m_views.remove(view); }, view.shared);
    }
    if (const QString last = m_views.undoSteps().text(); !last.isEmpty())
        add(
            QStringLiteral("undo"), tr("Undo: %1").arg(escaped(last)), [this] { m_views.undoSteps().undo(); },
            false);
}

QString ViewsButton::keyOf(int view) const
{
    return view < m_keys.size() ? m_keys[view]->shortcut().toString(QKeySequence::NativeText) : QString();
}

int ViewsButton::shown() const
{
    const ViewEntry *shown = current();
    return shown ? static_cast<int>(shown - m_views.views().constData()) : -1;
}

void ViewsButton::choose(int view)
{
    if (view >= m_views.views().size())
        return;
    m_chosen = m_views.views()[view];
    Q_EMIT viewWanted(m_chosen.filter, m_chosen.live);
    rebuild();
}

void ViewsButton::askName(
    const QString &title, const QString &name, const std::function<void(const QString &)> &then)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the view:"));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, [then](const QString &given) {
        if (!given.trimmed().isEmpty())
            then(given.trimmed());
    });
    dialog->open();
}

void ViewsButton::save()
{
    const ViewEntry *shown = current();
    askName(tr("Save view"), shown ? shown->name : QString(), [this](const QString &name) {
        ViewEntry view;
        view.name = name;
        view.filter = m_filter;
        view.live = m_live;
        // Saved again, a view that is shared stays so.
        const auto &views = m_views.views();
        const auto known = std::find_if(views.cbegin(), views.cend(),
            [&](const ViewEntry &each) { return each.own && each.name == name; });
        view.shared = known != views.cend() && known->shared;
        m_chosen = view;
        m_views.save(view);
    });
}

const ViewEntry *ViewsButton::current() const
{
    const auto &views = m_views.views();
    const auto last = std::find_if(views.cbegin(), views.cend(), [this](const ViewEntry &view) {
        return view.name == m_chosen.name && (view.is(m_chosen) || view.own) && view.filter == m_filter;
    });
    if (last != views.cend())
        return &*last;
    const auto found = std::find_if(
        views.cbegin(), views.cend(), [this](const ViewEntry &view) { return view.filter == m_filter; });
    return found == views.cend() ? nullptr : &*found;
}

} // namespace gatehouse::console
