// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store_entry.h"

#include "models/text.h"
#include "store/store.h"
#include "ui/connections/password_dialog.h"
#include "ui/settings/preferences.h"

#include <QEventLoop>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>

namespace gatehouse::console {

namespace {

constexpr int showAfterMs = 400;

bool wantsNewStore(const QString &shown, QWidget *over)
{
    QMessageBox question(QMessageBox::Question, StoreEntry::tr("No store yet"),
        StoreEntry::tr("The database %1 holds no Gatehouse store. Make one there?").arg(shown),
        QMessageBox::Cancel, over);
    auto *make = question.addButton(StoreEntry::tr("Make store"), QMessageBox::AcceptRole);
    question.exec();
    return question.clickedButton() == make;
}

} // namespace

StoreEntry::StoreEntry(Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
{
}

std::optional<StoreEntry::Entered> StoreEntry::enter(const QString &choice, QWidget *over, QString &why)
{
    m_over = over;
    const QString name = connectionNameOf(choice);
    if (!name.isEmpty()) {
        if (const auto profile = m_preferences.connection(name))
            return enterConnection(*profile, why);
        why = tr("There is no connection %1 on this machine any more.").arg(name);
        return {};
    }
    const QString shown = toQString(store::shownLocation(choice.toStdString()));
    const bool isAddress = store::isShared(choice.toStdString());
    const Attempt made
        = isAddress ? open(choice, shown) : attempt(choice, shown, StoreOpening::For::NewStore);
    if (made.isOpen)
        return Entered{choice, {}, isAddress ? QString() : choice};
    why = made.why;
    return {};
}

std::optional<StoreEntry::Entered> StoreEntry::enterConnection(const ConnectionProfile &profile, QString &why)
{
    const auto kept = profile.keepsPassword ? keptPassword(profile.name) : Result<SecretString>();
    SecretString password = kept ? *kept : SecretString();
    bool keep = false;
    for (;;) {
        const QString location = addressOf(profile, password);
        const Attempt made = open(location, profile.name);
        if (made.isOpen) {
            if (keep)
                keepPassword(profile, password);
            return Entered{location, profile.name, choiceOf(profile)};
        }
        why = made.why;
        if (made.mend != StoreOpening::Mend::Password)
            return {};
        PasswordDialog dialog(profile.name, why, profile.keepsPassword, m_over);
        if (dialog.exec() != QDialog::Accepted) {
            why.clear();
            return {};
        }
        password = dialog.password();
        keep = dialog.keeps();
    }
}

Result<SecretString> StoreEntry::keptPassword(const QString &name)
{
    QEventLoop loop;
    Result<SecretString> found;
    m_keeper.read(name, &loop, [&](Result<SecretString> answer) {
        found = std::move(answer);
        loop.quit();
    });
    loop.exec();
    return found;
}

void StoreEntry::keepPassword(const ConnectionProfile &profile, const SecretString &password)
{
    m_keeper.keep(profile.name, password, this, [this, name = profile.name](const Status &kept) {
        if (!kept)
            QMessageBox::warning(m_over, tr("Password not kept"),
                tr("The password of %1 could not be kept: %2").arg(name, errorText(kept.error())));
    });
}

StoreEntry::Attempt StoreEntry::open(const QString &location, const QString &shown)
{
    const Attempt made = attempt(location, shown, StoreOpening::For::Use);
    if (made.mend != StoreOpening::Mend::NewStore)
        return made;
    return wantsNewStore(shown, m_over) ? attempt(location, shown, StoreOpening::For::NewStore) : Attempt{};
}

StoreEntry::Attempt StoreEntry::attempt(
    const QString &location, const QString &shown, StoreOpening::For purpose)
{
    QEventLoop loop;
    Attempt made;
    QProgressDialog progress(tr("Opening %1…").arg(shown), tr("Cancel"), 0, 0, m_over);
    progress.setWindowTitle(tr("Open a store"));
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(showAfterMs);
    connect(&progress, &QProgressDialog::canceled, &loop, [&] {
        m_opening.cancel();
        loop.quit();
    });
    connect(&m_opening, &StoreOpening::opened, &loop, [&] {
        made.isOpen = true;
        loop.quit();
    });
    connect(&m_opening, &StoreOpening::failed, &loop, [&](const Error &error, StoreOpening::Mend mend) {
        made = {false, errorText(error), mend};
        loop.quit();
    });
    m_opening.start(location, purpose);
    loop.exec();
    return made;
}

} // namespace gatehouse::console
