// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/default_store.h"

#include "models/text.h"
#include "store/store.h"

namespace gatehouse::console {

QString defaultStore()
{
    return toQString(store::defaultStoreLocation());
}

} // namespace gatehouse::console
