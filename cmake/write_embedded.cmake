# Script of atrium_embed: declares FILES as string_views in HEADER and defines them in SOURCE. The
# bytes stand as character lists, because a string literal may be limited to 64 KB.
set(generated "// Generated from assets/ by cmake/write_embedded.cmake.\n")
get_filename_component(directory ${HEADER} DIRECTORY)
file(MAKE_DIRECTORY ${directory})
get_filename_component(header_name ${HEADER} NAME)
set(declarations "")
set(definitions "")
foreach(file IN LISTS FILES)
    file(READ ${file} content HEX)
    get_filename_component(name ${file} NAME)
    string(MAKE_C_IDENTIFIER ${name} identifier)
    string(LENGTH "${content}" digits)
    math(EXPR size "${digits} / 2")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${content}")
    string(APPEND declarations "extern const std::string_view ${identifier};\n")
    string(APPEND definitions
        "static constexpr char ${identifier}_bytes[] = {${bytes}'\\0'};\n"
        "constexpr std::string_view ${identifier}{${identifier}_bytes, ${size}};\n")
endforeach()
# Written only when they differ, so that an unchanged header recompiles nobody.
file(CONFIGURE OUTPUT ${HEADER} @ONLY CONTENT
    "${generated}#pragma once\n#include <string_view>\n\nnamespace ${NAMESPACE} {\n${declarations}}  // namespace ${NAMESPACE}\n")
file(WRITE ${SOURCE}
    "${generated}#include \"${header_name}\"\n\nnamespace ${NAMESPACE} {\n${definitions}}  // namespace ${NAMESPACE}\n")
