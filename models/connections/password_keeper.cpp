// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connections/password_keeper.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace gatehouse::console {

namespace {

const QString serviceName = QStringLiteral("gatehouse-console");

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::NotFound, "the keyring holds no password for this connection",
            job.key().toStdString(), "enter it"};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {ErrorKind::NotPermitted, "the keyring did not give the password", job.key().toStdString(),
            "unlock the keyring, or enter the password"};
    default:
        return {ErrorKind::Unreachable, "no keyring answers", job.key().toStdString(),
            "start the desktop's keyring (GNOME Keyring, KWallet), or keep the password in ~/.pgpass"};
    }
}

// A job deletes itself when it is over; what it found is given on as long as somebody waits for it.
template <class Answer>
void run(QKeychain::Job *job, const QString &profile, const QObject *context, Answer answer)
{
    job->setKey(profile);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job,
        [guard = QPointer<const QObject>(context), answer = std::move(answer)](const QKeychain::Job *over) {
            if (guard)
                answer(*over);
        });
    job->start();
}

} // namespace

void PasswordKeeper::read(
    const QString &profile, const QObject *context, std::function<void(Result<SecretString>)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName, this);
    run(job, profile, context, [job, done = std::move(done)](const QKeychain::Job &over) {
        if (over.error() != QKeychain::NoError) {
            done(tl::unexpected<Error>(errorOf(over)));
            return;
        }
        const QByteArray bytes = job->binaryData();
        done(SecretString({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    });
}

void PasswordKeeper::keep(const QString &profile, const SecretString &password, const QObject *context,
    std::function<void(Status)> done)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName, this);
    const std::string_view text = password.reveal();
    job->setBinaryData(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    run(job, profile, context, [done = std::move(done)](const QKeychain::Job &over) {
        done(over.error() == QKeychain::NoError ? Status() : tl::unexpected<Error>(errorOf(over)));
    });
}

void PasswordKeeper::forget(const QString &profile, const QObject *context, std::function<void(Status)> done)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName, this);
    run(job, profile, context, [done = std::move(done)](const QKeychain::Job &over) {
        const bool gone = over.error() == QKeychain::NoError || over.error() == QKeychain::EntryNotFound;
        done(gone ? Status() : tl::unexpected<Error>(errorOf(over)));
    });
}

} // namespace gatehouse::console
