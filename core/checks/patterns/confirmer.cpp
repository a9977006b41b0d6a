// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/checks/patterns/confirmer.h"

#include <re2/re2.h>
#include <unordered_map>

namespace gatehouse {

Confirmer::Confirmer(std::string expression, bool caseless)
    : m_expression(std::move(expression))
    , m_caseless(caseless)
{
}

Confirmer::~Confirmer() = default;

const re2::RE2 &Confirmer::compiled() const
{
    std::call_once(m_once, [this] {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_case_sensitive(!m_caseless);
        options.set_max_mem(4 << 20);
        // POSIX off: Perl classes and non-greedy repeats as pattern authors know them; '^' and '$' as in the
        // scan.
        m_compiled = std::make_unique<const re2::RE2>("(?m)" + m_expression, options);
    });
    return *m_compiled;
}

Status Confirmer::validate() const
{
    if (!compiled().ok())
        return fail(ErrorKind::InvalidInput, "the expression is not valid: " + compiled().error(), {},
            "look-around and back-references are not available");
    return {};
}

namespace {

class SharedConfirmers {
public:
    std::shared_ptr<const Confirmer> get(const std::string &expression, bool caseless)
    {
        const std::lock_guard lock(m_mutex);
        std::weak_ptr<const Confirmer> &known = m_known[(caseless ? 'i' : 'c') + expression];
        auto confirmer = known.lock();
        if (!confirmer) {
            confirmer = std::make_shared<const Confirmer>(expression, caseless);
            known = confirmer;
            forgetUnused();
        }
        return confirmer;
    }

private:
    void forgetUnused()
    {
        if (m_known.size() < m_nextSweep)
            return;
        std::erase_if(m_known, [](const auto &entry) { return entry.second.expired(); });
        m_nextSweep = 2 * m_known.size() + smallestSweep;
    }

    static constexpr std::size_t smallestSweep = 1024;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::weak_ptr<const Confirmer>> m_known;
    std::size_t m_nextSweep = smallestSweep;
};

} // namespace

std::shared_ptr<const Confirmer> sharedConfirmer(const std::string &expression, bool caseless)
{
    static SharedConfirmers confirmers;
    return confirmers.get(expression, caseless);
}

} // namespace gatehouse
