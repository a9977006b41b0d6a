// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include <QHash>

namespace gatehouse::console {

namespace {

// Names in braces are tokens. Widgets choose a variant by the dynamic property `look`:
// QPushButton[look="primary"|"link"], QLabel[look="muted"|"title"|"figure"|"warning"], QFrame[look="panel"].
constexpr auto sheet = R"(
QToolTip { background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px; }
QMainWindow::separator, QSplitter::handle { background: {line}; }
QSplitter::handle:horizontal { width: 1px; } QSplitter::handle:vertical { height: 1px; }
QLabel[look="muted"] { color: {muted}; }
QLabel[look="warning"] { color: {high}; }
QFrame[look="panel"] { background: {panel}; }
QFrame[look="line"] { background: {line}; border: none; }
QLineEdit, QPlainTextEdit[look="field"], QComboBox, QSpinBox, QDoubleSpinBox, QDateTimeEdit, QKeySequenceEdit {
  background: {panel}; color: {text}; border: 1px solid {line}; border-radius: 4px; padding: 3px 8px; min-height: 20px;
  selection-background-color: {selection}; selection-color: {text}; }
QLineEdit:focus, QPlainTextEdit[look="field"]:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateTimeEdit:focus { border-color: {accent}; }
QLineEdit[look="invalid"], QSpinBox[look="invalid"], QPlainTextEdit[look="invalid"] { border-color: {critical}; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 20px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/icons/chevron-{shade}.svg); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QDateTimeEdit::up-button, QDateTimeEdit::down-button { border: none; background: transparent; width: 18px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QDateTimeEdit::up-arrow {
  image: url(:/icons/chevron-up-{shade}.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QDateTimeEdit::down-arrow {
  image: url(:/icons/chevron-{shade}.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: {raised}; color: {text}; border: 1px solid {line}; outline: none;
  selection-background-color: {selection}; selection-color: {text}; }
QPushButton, QToolButton[look="button"] { background: {panel}; color: {text}; border: 1px solid {line};
  border-radius: 4px; padding: 4px 12px; min-height: 18px; }
QPushButton:hover, QToolButton[look="button"]:hover { border-color: {muted}; }
QPushButton:focus, QToolButton[look="button"]:focus { border-color: {accent}; }
QPushButton:pressed, QPushButton:checked, QToolButton[look="button"]:checked, QToolButton[look="button"]:pressed {
  background: {selection}; }
QPushButton:disabled { color: {muted}; background: {bg}; }
QPushButton[look="primary"] { background: {accent}; color: {onAccent}; border-color: {accent}; font-weight: 600; }
QPushButton[look="primary"]:disabled { background: {line}; color: {muted}; border-color: {line}; }
QPushButton[look="primary"]:focus { border: 2px solid {text}; padding: 3px 11px; }
QPushButton[look="menu"] { padding-right: 20px; }
QToolButton[look="button"][popupMode="2"] { padding-right: 20px; }
QPushButton::menu-indicator, QToolButton[look="button"]::menu-indicator { image: url(:/icons/chevron-{shade}.svg); subcontrol-position: right center; right: 4px;
  width: 12px; height: 12px; }
QPushButton[look="danger"] { color: {critical}; }
QPushButton[look="danger"]:disabled { color: {muted}; }
QPushButton[look="link"] { background: transparent; border: none; color: {accent}; padding: 2px 4px; }
QPushButton[look="link"]:focus { text-decoration: underline; }
QPushButton[look="link"]:disabled { color: {muted}; }
QToolButton { background: transparent; border: none; border-radius: 4px; padding: 4px; color: {text}; }
QToolButton:hover, QToolButton:focus { background: {selection}; }
QTableView, QListView, QTreeView { background: {panel}; color: {text}; border: none; outline: none;
  gridline-color: {line}; selection-background-color: {selection}; selection-color: {text}; }
QTableView::item { padding: 0 5px; border: none; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
  background: {selection}; color: {text}; }
QListView::item, QTreeView::item { padding: 4px 8px; border: none; }
QHeaderView { background: {panel}; border: none; }
QHeaderView::section { background: {panel}; color: {muted}; border: none; border-bottom: 1px solid {line};
  padding: 4px 8px; }
QTableCornerButton::section { background: {panel}; border: none; }
QTextEdit, QPlainTextEdit, QScrollArea { background: {panel}; color: {text}; border: none; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 4px; background: {panel}; }
QCheckBox::indicator:focus { border-color: {accent}; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent};
  image: url(:/icons/check-{shade}.svg); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 8px;
  background: {panel}; }
QRadioButton::indicator:focus { border-color: {accent}; }
QRadioButton::indicator:checked { border-color: {accent}; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 {accent}, stop: 0.5 {accent}, stop: 0.6 {panel}, stop: 1 {panel}); }
QTabBar::tab { background: transparent; color: {muted}; border: none; border-bottom: 2px solid transparent;
  padding: 6px 12px; }
QTabBar::tab:selected { color: {text}; border-bottom-color: {accent}; }
QTabBar::tab:focus { color: {accent}; }
QTabWidget::pane { border: none; border-top: 1px solid {line}; }
QMenu { background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 4px; }
QMenu::item:selected { background: {selection}; color: {text}; }
QMenu::separator { height: 1px; background: {line}; margin: 4px; }
QDialog { background: {raised}; }
QProgressBar { background: {line}; border: none; border-radius: 4px; height: 8px; text-align: center; color: {text}; }
QProgressBar::chunk { background: {accent}; border-radius: 4px; }
QProgressBar[look="full"]::chunk { background: {high}; }
QScrollArea[look="bare"], QScrollArea[look="bare"] > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: {line}; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

} // namespace

QString styleSheetOf(const Tokens &t)
{
    const QHash<QString, QString> values{
        {QStringLiteral("bg"), t.bg.name()},
        {QStringLiteral("panel"), t.panel.name()},
        {QStringLiteral("raised"), t.raised.name()},
        {QStringLiteral("text"), t.text.name()},
        {QStringLiteral("muted"), t.muted.name()},
        {QStringLiteral("line"), t.line.name()},
        {QStringLiteral("accent"), t.accent.name()},
        {QStringLiteral("onAccent"), t.onAccent.name()},
        {QStringLiteral("selection"), t.selection.name()},
        {QStringLiteral("critical"), t.of(Severity::Critical).name()},
        {QStringLiteral("high"), t.of(Severity::High).name()},
        {QStringLiteral("shade"), t.dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    QString text = QString::fromUtf8(sheet);
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        text.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), it.value());
    return text;
}

} // namespace gatehouse::console
