# SPDX-License-Identifier: Apache-2.0
# The only ways to make targets of this project, so that every rule is written once.

add_library(plugsmith_options INTERFACE)
target_compile_options(plugsmith_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    $<$<BOOL:${PLUGSMITH_WERROR}>:-Werror>)
target_compile_definitions(plugsmith_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(NOT PLUGSMITH_SANITIZE)
    target_compile_options(plugsmith_options INTERFACE
        -fstack-protector-strong $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
    target_link_options(plugsmith_options INTERFACE -Wl,-z,relro,-z,now)
endif()

# Everything that must hold for third-party code in our process too (sanitizers) is set for the whole directory tree.
if(PLUGSMITH_SANITIZE)
    add_compile_options(-fsanitize=${PLUGSMITH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${PLUGSMITH_SANITIZE})
    add_compile_definitions(PLUGSMITH_SANITIZED)
endif()
if(PLUGSMITH_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
    add_compile_definitions(QT_FORCE_ASSERTS) # optimised, but what we assert is a finding, too
endif()

# Most of the time of a compilation goes into the headers of Qt, so builds of developers read them once. Releases and
# static analysis do without: there, each file has to include what it uses.
function(plugsmith_precompile target)
    if(PLUGSMITH_PCH)
        target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
endfunction()

# plugsmith_room(<name> SOURCES ... PUBLIC ...): one room, one static library. It sees only what it links, so an include
# that architecture.md forbids does not compile; tests/layering.cmake checks the rest.
function(plugsmith_room name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(plugsmith_${name} STATIC ${ARG_SOURCES})
    set_target_properties(plugsmith_${name} PROPERTIES AUTOMOC ON AUTOUIC ON AUTORCC ON)
    target_include_directories(plugsmith_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(plugsmith_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} plugsmith_options)
    if(name STREQUAL "gui")
        plugsmith_precompile(plugsmith_${name} <QtWidgets/QtWidgets>)
    else()
        plugsmith_precompile(plugsmith_${name} <QtCore/QtCore>)
    endif()
endfunction()

# plugsmith_program(<name> SOURCES ... LINK ...)
function(plugsmith_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON AUTORCC ON)
    target_link_libraries(${name} PRIVATE ${ARG_LINK} plugsmith_options)
endfunction()

# Tests of one folder that link the same rooms share one set of precompiled headers. (Qt Test defines the folder.)
function(plugsmith_share_precompiled name rooms)
    if(NOT PLUGSMITH_PCH)
        return()
    endif()
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
    string(MAKE_C_IDENTIFIER "plugsmith_headers_${folder}_${rooms}" headers)
    if(NOT TARGET ${headers})
        file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/headers/${headers}.cpp" CONTENT "// The headers are what counts.\n")
        add_library(${headers} OBJECT "${CMAKE_BINARY_DIR}/headers/${headers}.cpp")
        set_target_properties(${headers} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
        target_link_libraries(${headers} PRIVATE ${rooms} Qt6::Test plugsmith_options)
        target_precompile_headers(${headers} PRIVATE <QtTest/QtTest>)
        if("${rooms}" MATCHES "plugsmith_gui")
            target_precompile_headers(${headers} PRIVATE <QtWidgets/QtWidgets>)
        endif()
    endif()
    target_precompile_headers(${name} REUSE_FROM ${headers})
endfunction()

# The tests of one folder: the target tests_<folder> builds them, `ctest -L <folder>` runs them.
function(plugsmith_file_test name)
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
    if(NOT TARGET tests_${folder})
        add_custom_target(tests_${folder})
    endif()
    add_dependencies(tests_${folder} ${name})
    set_tests_properties(${name} PROPERTIES LABELS ${folder})
endfunction()

# plugsmith_test(tst_<x> LINK rooms... [SOURCES more.cpp] [TIMEOUT s] [NEEDS go|worker]): one Qt Test program, run
# offscreen, in the C locale and UTC, with HOME and the XDG folders in a folder of its own, so that tests can run in
# any order and in parallel and never touch the user's files.
function(plugsmith_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "LINK;SOURCES" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE ${ARG_LINK} Qt6::Test plugsmith_options)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(${name} PRIVATE PLUGSMITH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    plugsmith_share_precompiled(${name} "${ARG_LINK}")
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    if(PLUGSMITH_SANITIZE)
        math(EXPR ARG_TIMEOUT "4 * ${ARG_TIMEOUT}") # everything takes about so much longer
    endif()
    add_test(NAME ${name} COMMAND "${PROJECT_SOURCE_DIR}/tests/run-isolated" $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;PLUGSMITH_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/tsan.supp;ASAN_OPTIONS=detect_leaks=1;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/lsan.supp")
    plugsmith_file_test(${name})
endfunction()

# plugsmith_fuzz(fuzz_<x> LINK rooms...): a libFuzzer program when PLUGSMITH_FUZZ is on. In every other build the same
# source runs once over its committed corpus, as a test.
function(plugsmith_fuzz name)
    cmake_parse_arguments(ARG "" "" "LINK;SOURCES" ${ARGN})
    add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF) # some link Qt 5, see src/unpack
    target_link_libraries(${name} PRIVATE ${ARG_LINK} plugsmith_options)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    string(REPLACE "fuzz_" "" corpus ${name})
    if(PLUGSMITH_FUZZ)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    else()
        target_sources(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests/fuzz/corpusmain.cpp")
        add_test(NAME ${name} COMMAND ${name} "${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${corpus}")
        plugsmith_file_test(${name})
    endif()
endfunction()
