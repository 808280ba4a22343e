# atrium_embed(TARGET HEADER NAMESPACE FILE...): text assets as string_views, so that the core needs
# no file access. HEADER and a source beside it are generated in the build tree; each FILE becomes
# NAMESPACE::file_name_ext. Only the source holds the bytes: a changed asset recompiles one file.
function(atrium_embed target header namespace)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/generated/${header})
    string(REGEX REPLACE "\\.h$" ".cpp" source ${output})
    add_custom_command(OUTPUT ${output} ${source}
        COMMAND ${CMAKE_COMMAND} -DHEADER=${output} -DSOURCE=${source} -DNAMESPACE=${namespace}
                "-DFILES=${ARGN}" -P ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
        DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
        COMMENT "Embedding assets into ${header}" VERBATIM)
    target_sources(${target} PRIVATE ${output} ${source})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
endfunction()
