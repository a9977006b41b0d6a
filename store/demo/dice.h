// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once
// Random choices that are the same for the same seed on every machine; for sample data, never for secrets.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <string>
#include <string_view>

namespace gatehouse::store {

// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
class Dice {
public:
    explicit Dice(std::uint64_t seed, std::uint64_t stream = 0)
        : m_state(seed * 0x9e3779b97f4a7c15ULL ^ (stream + 1) * 0xd1342543de82ef95ULL)
    {
    }

    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    // 0 … count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    // 0 ≤ x < 1.
    double real() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double probability) { return real() < probability; }
    // Log-normal with this median; `spread` is the deviation of the logarithm.
    double around(double median, double spread)
    {
        const double normal = std::sqrt(-2 * std::log(1 - real())) * std::cos(2 * std::numbers::pi * real());
        return median * std::exp(spread * normal);
    }
    // Small numbers are more likely than large ones.
    std::size_t skewedBelow(std::size_t count)
    {
        const double x = real();
        return static_cast<std::size_t>(x * x * static_cast<double>(count));
    }
    std::string text(std::size_t length, std::string_view alphabet)
    {
        std::string out;
        for (std::size_t i = 0; i < length; ++i)
            out += alphabet[below(alphabet.size())];
        return out;
    }

private:
    std::uint64_t m_state;
};

} // namespace gatehouse::store
