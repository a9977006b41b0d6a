# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# The libraries the house stands on, all from Debian.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(simdjson REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(HYPERSCAN REQUIRED IMPORTED_TARGET libhs)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
find_package(date REQUIRED)
find_library(GATEHOUSE_CLD2 cld2 REQUIRED)
add_library(CLD2::cld2 UNKNOWN IMPORTED)
set_target_properties(CLD2::cld2 PROPERTIES IMPORTED_LOCATION "${GATEHOUSE_CLD2}")

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Test)
if(GATEHOUSE_CONSOLE)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Network Widgets Charts Svg LinguistTools)
endif()
