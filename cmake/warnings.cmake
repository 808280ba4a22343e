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
