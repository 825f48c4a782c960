# One interface target carries the language level, the warnings and the strict Qt switches; every
# target of ours is made by one of the two functions below, so no file escapes them.

add_library(headway_strict INTERFACE)
target_compile_features(headway_strict INTERFACE cxx_std_20)
target_compile_options(headway_strict INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wconversion
    -Wno-sign-conversion # Qt 6 sizes are signed, the standard library's are not: every loop would warn
    -Wno-maybe-uninitialized # gcc 12 sees ghosts in std::optional at -O2
    -Wno-missing-field-initializers # designated initialisers name what matters
    -fstack-protector-strong
    $<$<BOOL:${HEADWAY_WERROR}>:-Werror>)
target_compile_definitions(headway_strict INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    HEADWAY_VERSION="${PROJECT_VERSION}"
    $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)

if(HEADWAY_SANITIZE STREQUAL "address")
    set(flags -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
elseif(HEADWAY_SANITIZE STREQUAL "thread")
    set(flags -fsanitize=thread -fno-omit-frame-pointer)
endif()
if(HEADWAY_FUZZ)
    list(APPEND flags -fsanitize=fuzzer-no-link) # counts branches; only the fuzzers get its main()
    # What we and the libraries assert ends a fuzzer, too: an index, an empty optional.
    target_compile_definitions(headway_strict INTERFACE QT_FORCE_ASSERTS _GLIBCXX_ASSERTIONS)
endif()
if(HEADWAY_COVERAGE)
    list(APPEND flags --coverage)
endif()
if(flags)
    target_compile_options(headway_strict INTERFACE ${flags})
    target_compile_options(headway_strict INTERFACE -U_FORTIFY_SOURCE)
    target_link_options(headway_strict INTERFACE ${flags})
endif()

# What nearly every file includes is read once for all of them: a second saved for each, a third of a
# clean build. Every file still includes what it uses: `./run check` builds without this, as
# -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON does.
set(HEADWAY_COMMON_HEADERS
    <QDateTime> <QHash> <QString> <QStringList>
    <algorithm> <array> <functional> <memory> <optional> <span> <tl/expected.hpp> <variant> <vector>)
function(headway_precompile target)
    if(ARGN)
        target_precompile_headers(${target} PRIVATE ${HEADWAY_COMMON_HEADERS} ${ARGN})
    elseif(target STREQUAL "headway_domain")
        target_precompile_headers(${target} PRIVATE ${HEADWAY_COMMON_HEADERS})
    else()
        target_precompile_headers(${target} REUSE_FROM headway_domain)
    endif()
endfunction()

# headway_library(name SOURCES … LINK … [PRECOMPILE …]): a layer. Its headers are included as
# "layer/header.h". What it precompiles beyond the common headers makes it read them anew.
function(headway_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRECOMPILE" ${ARGN})
    add_library(headway_${name} STATIC ${ARG_SOURCES})
    target_include_directories(headway_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(headway_${name} PUBLIC ${ARG_LINK} PRIVATE headway_strict)
    headway_precompile(headway_${name} ${ARG_PRECOMPILE})
endfunction()

# headway_program(name SOURCES … LINK … [PRECOMPILE …]): something to run.
function(headway_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRECOMPILE" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINK} headway_strict)
    headway_precompile(${name} ${ARG_PRECOMPILE})
endfunction()
