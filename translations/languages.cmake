# SPDX-FileCopyrightText: 2026 Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Included by ui/: languages are compiled into the console. `ninja update_translations` reads the sources again; a
# language with anything unfinished is not shipped (tst_languages).
set(languages "${CMAKE_SOURCE_DIR}/translations/gatehouse_de.ts" "${CMAKE_SOURCE_DIR}/translations/gatehouse_en.ts")
set_source_files_properties(${languages} PROPERTIES OUTPUT_LOCATION "${CMAKE_BINARY_DIR}/translations")
qt_add_lrelease(gatehouse_ui TS_FILES ${languages} QM_FILES_OUTPUT_VARIABLE compiled)
qt_add_resources(gatehouse_ui gatehouse_languages PREFIX /i18n BASE "${CMAKE_BINARY_DIR}/translations" FILES ${compiled})

add_custom_target(update_translations
  COMMAND Qt6::lupdate -I . -no-obsolete -locations none models ui app
          -ts translations/gatehouse_de.ts -source-language en -target-language de
  COMMAND Qt6::lupdate -I . -no-obsolete -locations none -pluralonly models ui app
          -ts translations/gatehouse_en.ts -source-language en -target-language en
  WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" VERBATIM)
