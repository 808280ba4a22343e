# Fonts and icons of the workspace, made at build time from the npm packages of package-lock.json.
#
#   icons   link it to include "shell/theme/icons.h", one constant for each line of assets/icons.txt
#   fonts   link it to get ATRIUM_FONT_DIR, the folder of inter-*.ttf and lucide.ttf, in native code
#
# Not find_package(Python3): Debian's fontTools belongs to Debian's own interpreter.
set(ATRIUM_PYTHON /usr/bin/python3 CACHE FILEPATH "Python with the fontTools package")
set(ATRIUM_FONT_DIR ${CMAKE_BINARY_DIR}/generated/fonts)
set(icon_header ${CMAKE_BINARY_DIR}/generated/shell/theme/icons.h)

add_custom_command(
    OUTPUT ${icon_header} ${ATRIUM_FONT_DIR}/inter-400.ttf ${ATRIUM_FONT_DIR}/inter-500.ttf
           ${ATRIUM_FONT_DIR}/inter-600.ttf ${ATRIUM_FONT_DIR}/lucide.ttf
    COMMAND ${ATRIUM_PYTHON} ${CMAKE_SOURCE_DIR}/scripts/make_fonts.py
            ${CMAKE_SOURCE_DIR}/node_modules ${CMAKE_SOURCE_DIR}/assets/icons.txt
            ${ATRIUM_FONT_DIR} ${icon_header}
    DEPENDS ${CMAKE_SOURCE_DIR}/scripts/make_fonts.py ${CMAKE_SOURCE_DIR}/assets/icons.txt
            ${CMAKE_SOURCE_DIR}/package-lock.json
    COMMENT "Subsetting fonts and icons" VERBATIM)
add_custom_target(make_fonts DEPENDS ${icon_header})

add_library(icons INTERFACE)
target_include_directories(icons INTERFACE ${CMAKE_BINARY_DIR}/generated)
add_dependencies(icons make_fonts)

add_library(fonts INTERFACE)
target_compile_definitions(fonts INTERFACE ATRIUM_FONT_DIR="${ATRIUM_FONT_DIR}")
add_dependencies(fonts make_fonts)
