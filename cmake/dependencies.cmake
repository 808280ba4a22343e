# Third-party libraries as targets. Only headers and sources that `./atrium setup` verified, or
# Debian's own packages; none of them is committed.

# nlohmann/json: copied into the build tree, because /usr/include would shadow Emscripten's headers.
add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE ${ATRIUM_DEPS_DIR}/include)
# JSON is parsed without exceptions everywhere, so that native and WASM behave alike.
target_compile_definitions(json INTERFACE JSON_NO_IO=1)

add_library(md4c STATIC
    ${ATRIUM_MD4C_DIR}/src/md4c.c ${ATRIUM_MD4C_DIR}/src/md4c-html.c ${ATRIUM_MD4C_DIR}/src/entity.c)
target_include_directories(md4c SYSTEM PUBLIC ${ATRIUM_MD4C_DIR}/src)

# The writing half of zlib and minizip, for the launch kit: no decompression, and its files are our
# memory, so that the browser and the terminal make the same ZIP.
add_library(minizip STATIC
    ${ATRIUM_ZLIB_DIR}/adler32.c
    ${ATRIUM_ZLIB_DIR}/crc32.c
    ${ATRIUM_ZLIB_DIR}/deflate.c
    ${ATRIUM_ZLIB_DIR}/trees.c
    ${ATRIUM_ZLIB_DIR}/zutil.c
    ${ATRIUM_ZLIB_DIR}/contrib/minizip/ioapi.c
    ${ATRIUM_ZLIB_DIR}/contrib/minizip/zip.c)
target_include_directories(minizip SYSTEM PUBLIC ${ATRIUM_ZLIB_DIR})
target_compile_definitions(minizip PRIVATE
    NOCRYPT IOAPI_NO_64
    Z_TESTW=0)  # one small checksum table instead of the large fast ones

add_library(imgui STATIC
    ${ATRIUM_IMGUI_DIR}/imgui.cpp
    ${ATRIUM_IMGUI_DIR}/imgui_draw.cpp
    ${ATRIUM_IMGUI_DIR}/imgui_tables.cpp
    ${ATRIUM_IMGUI_DIR}/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${ATRIUM_IMGUI_DIR} ${CMAKE_SOURCE_DIR}/shell/theme)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="imgui_settings.h")
if(EMSCRIPTEN)
    target_sources(imgui PRIVATE ${ATRIUM_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
    target_compile_definitions(imgui PUBLIC IMGUI_IMPL_OPENGL_ES3)
    target_include_directories(imgui SYSTEM PUBLIC ${ATRIUM_IMGUI_DIR}/backends)
endif()
