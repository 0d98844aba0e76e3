# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Every plural of the sources has its English forms: without them a window would say "1 file(s)".
set(copy "${WORK}/plugsmith_en.ts")
configure_file("${SOURCE}/translations/plugsmith_en.ts" "${copy}" COPYONLY)
execute_process(
    COMMAND "${LUPDATE}" -silent -pluralonly -no-obsolete -locations none "${SOURCE}/src" "${SOURCE}/ui" -ts "${copy}"
    COMMAND_ERROR_IS_FATAL ANY)
file(STRINGS "${copy}" lines)
set(missing "")
foreach(line IN LISTS lines)
    if(line MATCHES "<source>(.*)</source>")
        set(text "${CMAKE_MATCH_1}")
    elseif(line MATCHES "type=\"unfinished\"")
        string(APPEND missing "  ${text}\n")
    endif()
endforeach()
if(missing)
    message(FATAL_ERROR "translations/plugsmith_en.ts lacks the forms of:\n${missing}Run the target update_translations and fill them in.")
endif()
