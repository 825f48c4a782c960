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
endif()
if(HEADWAY_COVERAGE)
    list(APPEND flags --coverage)
endif()
if(flags)
    target_compile_options(headway_strict INTERFACE ${flags})
    target_compile_options(headway_strict INTERFACE -U_FORTIFY_SOURCE)
    target_link_options(headway_strict INTERFACE ${flags})
endif()

# headway_library(name SOURCES … LINK …): a layer. Its headers are included as "layer/header.h".
function(headway_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(headway_${name} STATIC ${ARG_SOURCES})
    target_include_directories(headway_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(headway_${name} PUBLIC ${ARG_LINK} PRIVATE headway_strict)
endfunction()

# headway_program(name SOURCES … LINK …): something to run.
function(headway_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINK} headway_strict)
endfunction()
