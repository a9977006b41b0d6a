// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file_export.h"

#include <QSaveFile>

namespace gatehouse::console {

namespace {

tl::unexpected<Error> cannotWrite(const QString &file, const QString &why)
{
    return fail(ErrorKind::Unreachable, "the export could not be written: " + why.toStdString(),
        file.toStdString(), "choose another folder or make room");
}

} // namespace

Status writeExport(const QString &file, const std::function<Status(const ExportSink &)> &produce,
    const std::function<bool()> &cancelled)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(file, out.errorString());
    bool broken = false;
    Status done = produce([&](std::string_view piece) {
        if (cancelled())
            return false;
        broken = out.write(piece.data(), static_cast<qint64>(piece.size())) < 0;
        return !broken;
    });
    if (broken)
        return cannotWrite(file, out.errorString());
    if (cancelled())
        return fail(ErrorKind::LimitExceeded, "the export was cancelled");
    if (!done)
        return done;
    if (!out.commit())
        return cannotWrite(file, out.errorString());
    return {};
}

} // namespace gatehouse::console
