// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_dialog.h"

#include "models/store_session.h"
#include "ui/settings/keys_editor.h"
#include "ui/settings/languages.h"
#include "ui/settings/preferences.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog_buttons.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int wide = 600;
constexpr int high = 480;
constexpr int longestRetention = 3650;
constexpr int smallestStore = 64;
constexpr int largestStore = 4 * 1024 * 1024;

void choose(QComboBox *box, const QString &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

SettingsDialog::SettingsDialog(PageContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_tabs(new QTabWidget)
    , m_theme(new QComboBox)
    , m_textSize(new QSpinBox)
    , m_language(new QComboBox)
    , m_alerts(new QComboBox)
    , m_capture(new QComboBox)
    , m_retention(new QSpinBox)
    , m_size(new QSpinBox)
    , m_trouble(new QLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("settings"));
    setWindowTitle(tr("Settings"));
    m_tabs->addTab(buildAppearance(), tr("Appearance"));
    m_tabs->addTab(new KeysEditor(context.shortcuts), tr("Keys"));
    m_tabs->addTab(buildStore(), tr("Store"));
    m_trouble->setWordWrap(true);
    m_trouble->setProperty("look", QStringLiteral("warning"));
    m_trouble->setVisible(false);
    auto *buttons = newDialogButtons(Leave::Cancel);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    keep->setProperty("look", QStringLiteral("primary"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs);
    column->addWidget(m_trouble);
    column->addWidget(buttons);
    resize(wide, high);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::save);
    readStoreOptions(context.session, this, [this](const StoreOptions &options, const QString &trouble) {
        m_trouble->setText(trouble);
        m_trouble->setVisible(!trouble.isEmpty());
        if (trouble.isEmpty())
            showOptions(options);
    });
}

QWidget *SettingsDialog::buildAppearance()
{
    m_theme->addItem(tr("As the desktop"), QStringLiteral("system"));
    m_theme->addItem(tr("Light"), QStringLiteral("light"));
    m_theme->addItem(tr("Dark"), QStringLiteral("dark"));
    m_theme->addItem(tr("High contrast"), QStringLiteral("contrast"));
    choose(m_theme, m_context.preferences.theme());
    m_textSize->setRange(8, 20);
    m_textSize->setSuffix(tr(" pt"));
    m_textSize->setValue(m_context.preferences.textSize());
    m_language->addItem(tr("As the desktop"), QString());
    for (const Language &language : shippedLanguages())
        m_language->addItem(language.name, language.code);
    choose(m_language, m_context.preferences.language());
    m_language->setToolTip(tr("Takes effect when the console is started again"));
    m_alerts->addItem(tr("Nothing"), QStringLiteral("off"));
    m_alerts->addItem(tr("Critical calls"), QStringLiteral("critical"));
    m_alerts->addItem(tr("Critical and high calls"), QStringLiteral("high"));
    choose(m_alerts, m_context.preferences.alerts());
    m_alerts->setToolTip(
        tr("Calls that come to wait while no window of the console is in front, at most once a minute"));
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(space::around, space::around, space::around, space::around);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(tr("Text &size"), m_textSize);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&Notify about"), m_alerts);
    connect(m_alerts, &QComboBox::currentIndexChanged, this,
        [this] { m_context.preferences.setAlerts(m_alerts->currentData().toString()); });
    connect(m_theme, &QComboBox::currentIndexChanged, this,
        [this] { m_context.preferences.setTheme(m_theme->currentData().toString()); });
    connect(m_textSize, &QSpinBox::valueChanged, this,
        [this](int points) { m_context.preferences.setTextSize(points); });
    return page;
}

QWidget *SettingsDialog::buildStore()
{
    m_capture->addItem(tr("Text with findings masked"), QStringLiteral("masked"));
    m_capture->addItem(
        tr("Text with findings masked, originals sealed for reviewers"), QStringLiteral("sealed"));
    m_capture->addItem(tr("Full text; secrets and personal data stay masked"), QStringLiteral("full"));
    m_capture->addItem(tr("Facts only, no text"), QStringLiteral("metadata"));
    m_retention->setRange(1, longestRetention);
    m_retention->setSuffix(tr(" days"));
    m_retention->setToolTip(tr("Open reviews and the audit log are never deleted"));
    m_size->setRange(smallestStore, largestStore);
    m_size->setSuffix(tr(" MiB"));
    for (QWidget *field : QList<QWidget *>{m_capture, m_retention, m_size})
        field->setEnabled(false);
    auto *where = new QLabel(m_context.session.shownLocation());
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    where->setWordWrap(true);
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(space::around, space::around, space::around, space::around);
    form->addRow(tr("File"), where);
    form->addRow(tr("&Keep of each call"), m_capture);
    form->addRow(tr("Keep &for"), m_retention);
    form->addRow(tr("At &most"), m_size);
    return page;
}

void SettingsDialog::showOptions(const StoreOptions &options)
{
    m_kept = options;
    m_storeRead = true;
    choose(m_capture, options.capture);
    m_retention->setValue(options.retentionDays);
    m_size->setValue(static_cast<int>(options.maximumMebibytes));
    const QString why = m_context.session.permissions().whyNot(Right::ChangeSettings);
    for (QWidget *field : QList<QWidget *>{m_capture, m_retention, m_size}) {
        field->setEnabled(why.isEmpty());
        if (!why.isEmpty())
            field->setToolTip(why);
    }
}

StoreOptions SettingsDialog::chosenOptions() const
{
    return {m_capture->currentData().toString(), m_retention->value(), m_size->value()};
}

void SettingsDialog::save()
{
    m_context.preferences.setLanguage(m_language->currentData().toString());
    if (!m_storeRead || chosenOptions() == m_kept) {
        accept();
        return;
    }
    writeStoreOptions(m_context.session, this, chosenOptions(), [this](const QString &trouble) {
        if (trouble.isEmpty()) {
            accept();
            return;
        }
        m_trouble->setText(trouble);
        m_trouble->setVisible(true);
    });
}

} // namespace gatehouse::console
