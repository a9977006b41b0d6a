// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Writes the records of calls inside a transaction the caller has begun: used by the journal and by sample
// data. Each engine does it in its own way.

#include "store/records.h"

namespace gatehouse::store {

// Each function may throw SqlFailure; the transaction must then be rolled back. Writing the same record again
// changes nothing. Records and statuses are looked at until finish().
class RecordWriter {
public:
    RecordWriter() = default;
    virtual ~RecordWriter() = default;
    RecordWriter(const RecordWriter &) = delete;
    RecordWriter &operator=(const RecordWriter &) = delete;

    // An error put into `status`, at the latest by finish(), concerns this record alone, and nothing of it
    // was written.
    virtual void write(const RequestRecord &record, Status &status) = 0;
    virtual void write(const VerdictRecord &record, Status &status) = 0;
    // Both of one call at once: the same rows as one after the other, for half the work.
    virtual void write(const RequestRecord &request, const VerdictRecord &verdict, Status &status) = 0;
    // All that was handed over is written, and what it adds to or corrects of the usage of keys.
    virtual void finish() = 0;
};

} // namespace gatehouse::store
