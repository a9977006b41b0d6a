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
constexpr const char *givenUp = "given up";

bool isAddress(const QString &choice)
{
    return choice.startsWith(QLatin1String("postgresql://"))
        || choice.startsWith(QLatin1String("postgres://"));
}

QString wordsOf(const Error &error)
{
    return error.what == givenUp ? QString() : errorText(error);
}

// What another password could mend.
bool asksForPassword(const Error &error)
{
    return error.kind == ErrorKind::NotPermitted && error.what.find("password") != std::string::npos;
}

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
    const Status ready
        = isAddress(choice) ? open(choice, shown) : attempt(choice, shown, StoreOpening::For::NewStore);
    if (ready)
        return Entered{choice, {}, isAddress(choice) ? QString() : choice};
    why = wordsOf(ready.error());
    return {};
}

std::optional<StoreEntry::Entered> StoreEntry::enterConnection(const ConnectionProfile &profile, QString &why)
{
    const auto kept = profile.keepsPassword ? keptPassword(profile.name) : Result<SecretString>();
    SecretString password = kept ? *kept : SecretString();
    bool keep = false;
    for (;;) {
        const QString location = addressOf(profile, password);
        const Status ready = open(location, profile.name);
        if (ready) {
            if (keep)
                keepPassword(profile, password);
            return Entered{location, profile.name, choiceOf(profile)};
        }
        why = wordsOf(ready.error());
        if (!asksForPassword(ready.error()))
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

Status StoreEntry::open(const QString &location, const QString &shown)
{
    Status ready = attempt(location, shown, StoreOpening::For::Use);
    const bool isEmpty
        = !ready && ready.error().kind == ErrorKind::NotFound && ready.error().what == "there is no store";
    if (!isEmpty)
        return ready;
    if (!wantsNewStore(shown, m_over))
        return fail(ErrorKind::NotFound, givenUp);
    return attempt(location, shown, StoreOpening::For::NewStore);
}

Status StoreEntry::attempt(const QString &location, const QString &shown, StoreOpening::For purpose)
{
    QEventLoop loop;
    Status result = fail(ErrorKind::Conflict, givenUp);
    QProgressDialog progress(tr("Opening %1…").arg(shown), tr("Cancel"), 0, 0, m_over);
    progress.setWindowTitle(tr("Open a store"));
    progress.setWindowModality(Qt::WindowModal);
    progress.setMinimumDuration(showAfterMs);
    connect(&progress, &QProgressDialog::canceled, &loop, [&] {
        m_opening.cancel();
        loop.quit();
    });
    connect(&m_opening, &StoreOpening::opened, &loop, [&] {
        result = {};
        loop.quit();
    });
    connect(&m_opening, &StoreOpening::failed, &loop, [&](const QString &, const Error &error) {
        result = tl::unexpected<Error>(error);
        loop.quit();
    });
    m_opening.start(location, purpose);
    loop.exec();
    return result;
}

} // namespace gatehouse::console
