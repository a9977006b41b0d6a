// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Filters kept under a name: for oneself, or shared with everybody of the store.
//
// Everybody keeps views of their own. Sharing one, and changing or removing one that is shared, takes the
// right to review and is audited; what people keep for themselves is not.

#include "core/base/time.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace gatehouse::store {

enum class ViewDesk { Review, Explorer };

struct SavedView {
    std::string owner; // as the audit log names its actors; filled in when it is saved
    std::string name; // one of each name to an owner and desk
    ViewDesk desk = ViewDesk::Review;
    std::string filter; // of the filter language; may be empty: everything
    bool live = true; // new calls come in by themselves
    bool oldestFirst = false;
    bool shared = false;
    Timestamp savedAt{}; // filled in when it is first saved
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

// One's own, the first saved first; then those that others share.
[[nodiscard]] Result<std::vector<SavedView>> listSavedViews(Store &store, ViewDesk desk);
// Makes a view of one's own, or changes the view of this owner and name, if one is given. InvalidInput for a
// filter that can't be read; Conflict when it is one too many (100).
[[nodiscard]] Status saveView(Store &store, const SavedView &view);
// NotFound when it is gone, Conflict when there is one of the other name.
[[nodiscard]] Status renameView(Store &store, const SavedView &view, const std::string &name);
// What was removed, as it was last.
[[nodiscard]] Result<SavedView> removeView(Store &store, const SavedView &view);

} // namespace gatehouse::store
