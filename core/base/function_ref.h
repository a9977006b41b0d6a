// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// A callable lent for the time of one call: like std::function, but it owns and allocates nothing.

#include <memory>
#include <type_traits>
#include <utility>

namespace gatehouse {

template <class Signature>
class FunctionRef;

template <class Answer, class... Arguments>
class FunctionRef<Answer(Arguments...)> {
public:
    // Implicit, so that a lambda can be passed where it is written; copying a FunctionRef stays copying.
    template <class Callable,
        class = std::enable_if_t<!std::is_same_v<std::remove_cvref_t<Callable>, FunctionRef>>>
    FunctionRef(Callable &&callable)
        : m_callable(const_cast<void *>(static_cast<const void *>(std::addressof(callable))))
        , m_call([](void *lent, Arguments... arguments) -> Answer {
            return (*static_cast<std::remove_reference_t<Callable> *>(lent))(
                std::forward<Arguments>(arguments)...);
        })
    {
    }

    Answer operator()(Arguments... arguments) const
    {
        return m_call(m_callable, std::forward<Arguments>(arguments)...);
    }

private:
    void *m_callable;
    Answer (*m_call)(void *, Arguments...);
};

} // namespace gatehouse
