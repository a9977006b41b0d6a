// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
// The one translation unit in which Asio's and Beast's separately compiled parts are built.

#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
