// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_bar.h"

#include "models/filter_completions.h"
#include "models/filter_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyle>
#include <QTextCharFormat>
#include <QTimer>

namespace gatehouse::console {

namespace {
constexpr int typingPauseMs = 150;
constexpr int offerWidth = 280;
constexpr int shownChoices = 12; // without scrolling
} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QLineEdit(parent)
    , m_pause(new QTimer(this))
    , m_completer(new QCompleter(this))
    , m_choices(new QStringListModel(this))
{
    setObjectName(QStringLiteral("filter"));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter: state:open severity>=high team:payments \"words in the text\""));
    setToolTip(placeholderText());
    setClearButtonEnabled(true);
    auto *lens = addAction(themedIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    connect(&Theme::instance(), &Theme::changed, this,
        [lens] { lens->setIcon(themedIcon(QStringLiteral("filter"))); });
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPauseMs);
    connect(m_pause, &QTimer::timeout, this, &FilterBar::applyNow);
    m_completer->setModel(m_choices);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(shownChoices);
    m_completer->setWidget(this);
    m_completer->popup()->setAccessibleName(tr("What can be written here"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) { take(index.row()); });
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_pause->start();
        if (m_completions)
            m_completions->ask(text(), cursorPosition(), false);
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        underline(0, 0);
        if (text.isEmpty() && !m_filter.isEmpty())
            m_pause->start();
    });
}

void FilterBar::setFilter(const QString &text)
{
    setText(text);
    applyNow();
}

void FilterBar::applyNow()
{
    m_pause->stop();
    const FilterCheck check = checkFilter(text());
    setProblem(check.problem);
    underline(check.from, check.length);
    const QString wanted = text().trimmed();
    if (!check.ok || wanted == m_filter)
        return;
    m_filter = wanted;
    Q_EMIT filterChanged(m_filter);
}

void FilterBar::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    setProperty("look", problem.isEmpty() ? QVariant() : QVariant(QStringLiteral("invalid")));
    style()->unpolish(this);
    style()->polish(this);
    setToolTip(problem.isEmpty() ? placeholderText() : problem);
    setAccessibleDescription(problem);
    Q_EMIT problemChanged(problem);
}

// A line edit takes formats from input methods only; an empty one of those changes nothing else.
void FilterBar::underline(int from, int length)
{
    QList<QInputMethodEvent::Attribute> formats;
    if (length > 0) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(tokens().of(Severity::Critical));
        formats.append({QInputMethodEvent::TextFormat, from - cursorPosition(), length, wrong});
    }
    QInputMethodEvent event({}, formats);
    QCoreApplication::sendEvent(this, &event);
}

void FilterBar::setCompletions(FilterCompletions *completions)
{
    m_completions = completions;
    connect(completions, &FilterCompletions::offered, this, &FilterBar::showOffer);
}

void FilterBar::showOffer(const FilterOffer &offer)
{
    m_written = offer.written;
    m_from = offer.from;
    m_length = offer.length;
    if (offer.shown.isEmpty() || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    // A list that only grew keeps what was chosen in it.
    const QString before = m_choices->stringList().value(chosen());
    m_choices->setStringList(offer.shown);
    // Where the word begins that a choice takes the place of.
    const int written = fontMetrics().horizontalAdvance(text().mid(m_from, cursorPosition() - m_from));
    const int left = std::max(0, cursorRect().center().x() - written);
    m_completer->complete(QRect(std::min(left, std::max(0, width() - offerWidth)), 0, offerWidth, height()));
    const auto again = before.isEmpty() ? -1 : offer.shown.indexOf(before);
    m_completer->popup()->setCurrentIndex(
        again < 0 ? QModelIndex() : m_completer->completionModel()->index(static_cast<int>(again), 0));
}

void FilterBar::hideOffer()
{
    m_completer->popup()->hide();
    if (m_completions)
        m_completions->forget();
}

bool FilterBar::isOffering() const
{
    return m_completer->popup()->isVisible();
}

QStringList FilterBar::offered() const
{
    return isOffering() ? m_choices->stringList() : QStringList();
}

int FilterBar::chosen() const
{
    return isOffering() ? m_completer->popup()->currentIndex().row() : -1;
}

void FilterBar::take(int choice)
{
    const QString written = m_written.value(choice);
    if (!written.isEmpty()) {
        setSelection(m_from, m_length);
        insert(written);
    }
    hideOffer(); // writing it has asked again
    // After a field its values.
    if (m_completions && written.endsWith(QLatin1Char(':')))
        m_completions->ask(text(), cursorPosition(), true);
}

bool FilterBar::event(QEvent *event)
{
    // Before it would move the focus.
    if (event->type() == QEvent::KeyPress && isOffering()) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab) {
            take(std::max(0, chosen()));
            key->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool escape = event->key() == Qt::Key_Escape;
    if (enter && chosen() >= 0) {
        take(chosen());
        return;
    }
    if (escape && isOffering()) {
        hideOffer();
        return;
    }
    if (event->key() == Qt::Key_Down && m_completions && !isOffering()) {
        m_completions->ask(text(), cursorPosition(), true);
        return;
    }
    if (!enter && !escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    hideOffer();
    if (escape)
        setText(m_filter);
    applyNow();
    if (m_problem.isEmpty())
        Q_EMIT left();
}

} // namespace gatehouse::console
