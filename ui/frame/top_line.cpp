// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/top_line.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/section_title.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace gatehouse::console {

TopLine::TopLine(QWidget *parent)
    : QWidget(parent)
    , m_title(new SectionTitle)
    , m_figures(new QLabel)
    , m_store(new QPushButton)
    , m_palette(new QPushButton)
    , m_settings(new QPushButton)
{
    m_figures->setProperty("look", QStringLiteral("muted"));
    m_figures->setTextFormat(Qt::PlainText);
    m_settings->setAccessibleName(tr("Settings"));
    m_settings->setToolTip(tr("Settings"));
    m_palette->setAccessibleName(tr("Commands"));
    for (QPushButton *button : {m_store, m_palette, m_settings}) {
        button->setProperty("look", QStringLiteral("link"));
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::around, space::between, space::between, space::between);
    line->setSpacing(space::between);
    line->addWidget(m_title);
    line->addWidget(m_figures, 1);
    line->addWidget(m_store);
    line->addWidget(m_palette);
    line->addWidget(m_settings);
    connect(m_store, &QPushButton::clicked, this, &TopLine::storeWanted);
    connect(m_palette, &QPushButton::clicked, this, &TopLine::paletteWanted);
    connect(m_settings, &QPushButton::clicked, this, &TopLine::settingsWanted);
    connect(&Theme::instance(), &Theme::changed, this, &TopLine::recolour);
    recolour();
}

void TopLine::setTitle(const QString &title, const QString &figures)
{
    m_title->setText(title);
    m_figures->setText(figures);
}

void TopLine::setStore(const QString &name, const QString &location)
{
    m_store->setText(tr("store: %1").arg(name));
    m_store->setAccessibleName(tr("Store %1; open another").arg(name));
    m_store->setToolTip(location);
}

void TopLine::setPaletteKey(const QString &key)
{
    m_palette->setText(key);
    m_palette->setToolTip(tr("Pages and commands (%1)").arg(key));
}

void TopLine::recolour()
{
    m_store->setIcon(themedIcon(QStringLiteral("store"), tokens().accent));
    m_palette->setIcon(themedIcon(QStringLiteral("search"), tokens().accent));
    m_settings->setIcon(themedIcon(QStringLiteral("settings"), tokens().accent));
}

} // namespace gatehouse::console
