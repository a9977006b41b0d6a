# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: Apache-2.0
# How every target of the house is compiled: warnings, sanitizers, embedded resources, tests.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(gatehouse_options INTERFACE)
target_include_directories(gatehouse_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(gatehouse_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  -fstack-protector-strong)
target_compile_definitions(gatehouse_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # A precompiled header differs in its timestamps between two trees; ccache then never hits.
  target_compile_options(gatehouse_options INTERFACE -Xclang -fno-pch-timestamp)
endif()
if(GATEHOUSE_SANITIZE)
  target_compile_options(gatehouse_options INTERFACE
    -fsanitize=${GATEHOUSE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    # GCC 12 warns of its own instrumentation.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(gatehouse_options INTERFACE -fsanitize=${GATEHOUSE_SANITIZE})
endif()
if(GATEHOUSE_FUZZ)
  # Without this the fuzzer would see which paths it takes in its own file only.
  target_compile_options(gatehouse_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# gatehouse_embed(TARGET FILE SYMBOL): the bytes of FILE as `std::string_view SYMBOL()` in
# namespace gatehouse::resources, so that a server needs no data folder beside its binary.
function(gatehouse_embed target file symbol)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cpp")
  add_custom_command(OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" -DINPUT=${file} -DOUTPUT=${out} -DSYMBOL=${symbol}
            -P "${CMAKE_SOURCE_DIR}/cmake/EmbedResource.cmake"
    DEPENDS "${file}" "${CMAKE_SOURCE_DIR}/cmake/EmbedResource.cmake" VERBATIM)
  target_sources(${target} PRIVATE "${out}")
  set_source_files_properties("${out}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# Runs moc over the one source of a test whose end includes its `.moc`. AUTOMOC would start a target, a scan and an empty
# compilation for each of some 240 tests, which took a fifth of the whole build.
function(gatehouse_moc target source)
  get_filename_component(stem "${source}" NAME_WE)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/moc/${target}/${stem}.moc")
  add_custom_command(OUTPUT "${out}" COMMAND Qt6::moc "${CMAKE_CURRENT_SOURCE_DIR}/${source}" -o "${out}"
    DEPENDS "${source}" VERBATIM)
  target_sources(${target} PRIVATE "${out}")
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/moc/${target}")
endfunction()

# gatehouse_test(NAME SOURCES… LIBS …): one QtTest binary, one ctest entry; its first source holds the test's class. No
# precompiled header: most have one file.
function(gatehouse_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  list(GET arg_SOURCES 0 source)
  gatehouse_moc(${name} ${source})
  target_link_libraries(${name} PRIVATE gatehouse_options Qt6::Test ${arg_LIBS})
  target_compile_definitions(${name} PRIVATE
    GATEHOUSE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" GATEHOUSE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 120
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;ASAN_OPTIONS=detect_leaks=0")
endfunction()
