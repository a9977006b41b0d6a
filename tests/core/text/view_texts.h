// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// The views of one text, and a look for the one that reads as expected.

#include "core/text/views.h"

#include <QByteArray>
#include <string>
#include <vector>

namespace gatehouse::test {

class ViewTexts {
public:
    explicit ViewTexts(std::string text, const ViewBounds &bounds = {})
        : m_text(std::move(text))
    {
        m_stopped = m_store.addViewsOf({m_text, 0, nullptr}, m_views, bounds);
    }

    [[nodiscard]] const std::vector<const TextView *> &all() const { return m_views; }
    [[nodiscard]] const std::string &original() const { return m_text; }
    [[nodiscard]] bool stopped() const { return m_stopped; }

    // The first view that holds the text; null when none does.
    [[nodiscard]] const TextView *holding(const std::string &part) const
    {
        for (const TextView *view : m_views) {
            if (view->text().find(part) != std::string::npos)
                return view;
        }
        return nullptr;
    }

    // What the original says where `part` stands in a view.
    [[nodiscard]] std::string originalOf(const TextView &view, const std::string &part) const
    {
        const std::size_t at = view.text().find(part);
        const auto origins = view.originsOf({at, at + part.size()});
        if (origins.size() != 1)
            return "not one origin";
        return m_text.substr(origins.front().range.start, origins.front().range.size());
    }

    [[nodiscard]] QByteArray describe() const
    {
        QByteArray out;
        for (const TextView *view : m_views) {
            for (const std::string &step : view->via())
                out += QByteArray::fromStdString(step) + '/';
            out += ' ' + QByteArray::fromStdString(view->text()) + '\n';
        }
        return out;
    }

private:
    std::string m_text;
    ViewStore m_store;
    std::vector<const TextView *> m_views;
    bool m_stopped = false;
};

} // namespace gatehouse::test
