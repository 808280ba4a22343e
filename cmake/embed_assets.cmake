# atrium_embed(TARGET HEADER NAMESPACE FILE...): text assets as string_views, so that the core needs
# no file access. HEADER is generated in the build tree; each FILE becomes NAMESPACE::file_name_ext.
function(atrium_embed target header namespace)
    set(output ${CMAKE_CURRENT_BINARY_DIR}/generated/${header})
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAMESPACE=${namespace} "-DFILES=${ARGN}"
                -P ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
        DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/write_embedded.cmake
        COMMENT "Embedding assets into ${header}" VERBATIM)
    target_sources(${target} PRIVATE ${output})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/generated)
endfunction()
