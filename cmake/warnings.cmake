# A warning is an error with the compilers that we test with, Debian 12's; what a newer one finds
# besides shall be seen without stopping a build.
set(tested_compilers GNU-12 Clang-14)
string(REGEX MATCH "^[0-9]+" compiler_version ${CMAKE_CXX_COMPILER_VERSION})
list(FIND tested_compilers ${CMAKE_CXX_COMPILER_ID}-${compiler_version} position)
if(position EQUAL -1)
    option(ATRIUM_WERROR "Treat our own warnings as errors" OFF)
else()
    option(ATRIUM_WERROR "Treat our own warnings as errors" ON)
endif()

# atrium_options(TARGET): the compile settings that each of our own targets shares.
function(atrium_options target)
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
        -Wno-sign-conversion  # sizes meet pixel and byte arithmetic everywhere
        -Wno-missing-field-initializers)  # what {.a = 1} leaves out has its default
    if(ATRIUM_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
endfunction()
