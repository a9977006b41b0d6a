// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/rail_views.h"

#include "models/saved_views.h"
#include "ui/theme/theme.h"
#include "ui/widgets/views_button.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::console {

namespace {

constexpr int railWidth = 76;
constexpr int barWidth = 3;
constexpr qsizetype mostViews = 9; // those with a key

QFont smallFont()
{
    QFont font = textFont();
    font.setPointSizeF(font.pointSizeF() - 1);
    return font;
}

} // namespace

RailView::RailView(const QString &name, const QString &key, const QString &filter, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(name);
    setAccessibleName(tr("Saved view %1").arg(name));
    setToolTip(key.isEmpty() ? QStringLiteral("%1\n%2").arg(name, filter)
                             : QStringLiteral("%1 (%2)\n%3").arg(name, key, filter));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCount(-1);
}

void RailView::setCount(qint64 count)
{
    m_count = count < 0 ? QStringLiteral("…") : QLocale().toString(count);
    setAccessibleDescription(count < 0 ? tr("being counted") : tr("%1 calls").arg(m_count));
    update();
}

QSize RailView::sizeHint() const
{
    return {railWidth, 2 * QFontMetrics(smallFont()).height() + space::between};
}

void RailView::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    if (isChecked() || underMouse() || hasFocus())
        painter.fillRect(rect(), isChecked() ? t.selection : t.tint(Severity::Info));
    if (isChecked() || hasFocus())
        painter.fillRect(
            QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, barWidth, height())), t.accent);
    painter.setFont(smallFont());
    const QFontMetrics metrics(smallFont());
    const QRect words = rect().adjusted(space::inside, space::inside, -space::inside, -space::inside);
    painter.setPen(isChecked() ? t.text : t.muted);
    painter.drawText(words, static_cast<int>(Qt::AlignHCenter | Qt::AlignTop),
        metrics.elidedText(text(), Qt::ElideRight, words.width()));
    painter.setPen(t.text);
    painter.drawText(words, static_cast<int>(Qt::AlignHCenter | Qt::AlignBottom), m_count);
}

RailViews::RailViews(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::between, 0, 0);
    column->setSpacing(0);
    column->addStretch(1);
}

void RailViews::follow(ViewsButton *views)
{
    if (views == m_source)
        return;
    if (m_source) {
        m_source->views().keepCounted(false);
        m_source->disconnect(this);
        m_source->views().disconnect(this);
    }
    m_source = views;
    if (m_source) {
        connect(m_source, &ViewsButton::changed, this, &RailViews::rebuild);
        connect(&m_source->views(), &SavedViews::counted, this, [this](int view) {
            if (view < m_views.size() && m_source)
                m_views[view]->setCount(m_source->views().views()[view].count);
        });
        m_source->views().keepCounted(true);
    }
    rebuild();
}

void RailViews::rebuild()
{
    for (RailView *view : std::as_const(m_views)) {
        view->hide();
        view->deleteLater(); // one of them may be what was clicked
    }
    m_views.clear();
    if (!m_source)
        return;
    const QList<ViewEntry> &entries = m_source->views().views();
    for (int i = 0; i < std::min(entries.size(), mostViews); ++i) {
        auto *view = new RailView(entries[i].name, m_source->keyOf(i), entries[i].filter);
        view->setCount(entries[i].count);
        view->setChecked(m_source->shown() == i);
        connect(view, &QAbstractButton::clicked, this, [this, i] {
            if (m_source)
                m_source->choose(i);
        });
        static_cast<QVBoxLayout *>(layout())->insertWidget(i, view);
        m_views.append(view);
    }
    showWhatFits();
}

void RailViews::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showWhatFits();
}

void RailViews::showWhatFits()
{
    int room = height() - space::between;
    for (RailView *view : std::as_const(m_views)) {
        room -= view->sizeHint().height();
        view->setVisible(room >= 0);
    }
}

} // namespace gatehouse::console
