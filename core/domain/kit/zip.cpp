#include "core/domain/kit/zip.h"

#include <algorithm>
#include <cstring>

#include <contrib/minizip/zip.h>

namespace atrium::domain::kit {
namespace {

// Bit 11 of an entry's flags: the name is UTF-8.
constexpr uLong kNameIsUtf8 = 1U << 11;

// What minizip takes for a file on disk.
struct MemoryFile {
    std::string bytes;
    std::size_t at = 0;
};

MemoryFile& file_of(voidpf opaque) {
    return *static_cast<MemoryFile*>(opaque);
}

voidpf open_memory(voidpf opaque, const void* /*name*/, int /*mode*/) {
    return opaque;
}

uLong read_memory(voidpf opaque, voidpf /*stream*/, void* buffer, uLong size) {
    MemoryFile& file = file_of(opaque);
    const std::size_t count = std::min<std::size_t>(size, file.bytes.size() - file.at);
    std::memcpy(buffer, file.bytes.data() + file.at, count);
    file.at += count;
    return static_cast<uLong>(count);
}

uLong write_memory(voidpf opaque, voidpf /*stream*/, const void* buffer, uLong size) {
    MemoryFile& file = file_of(opaque);
    file.bytes.resize(std::max<std::size_t>(file.bytes.size(), file.at + size));
    std::memcpy(file.bytes.data() + file.at, buffer, size);
    file.at += size;
    return size;
}

ZPOS64_T tell_memory(voidpf opaque, voidpf /*stream*/) {
    return file_of(opaque).at;
}

long seek_memory(voidpf opaque, voidpf /*stream*/, ZPOS64_T offset, int origin) {
    MemoryFile& file = file_of(opaque);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? file.bytes.size()
                                                                : 0;
    if (base + offset > file.bytes.size()) {
        return -1;
    }
    file.at = static_cast<std::size_t>(base + offset);
    return 0;
}

int close_memory(voidpf /*opaque*/, voidpf /*stream*/) {
    return 0;
}

int error_of_memory(voidpf /*opaque*/, voidpf /*stream*/) {
    return 0;
}

zlib_filefunc64_def functions_on(MemoryFile& file) {
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open_memory;
    functions.zread_file = read_memory;
    functions.zwrite_file = write_memory;
    functions.ztell64_file = tell_memory;
    functions.zseek64_file = seek_memory;
    functions.zclose_file = close_memory;
    functions.zerror_file = error_of_memory;
    functions.opaque = &file;
    return functions;
}

// The date of the format, which begins in 1980.
uLong dos_date(Date day) {
    const Civil civil = civil_from_date(day);
    const int year = std::clamp(civil.year - 1980, 0, 127);
    return static_cast<uLong>(year << 25 | civil.month << 21 | civil.day << 16);
}

bool add_file(zipFile archive, const KitFile& file, Date day) {
    zip_fileinfo info{};
    info.dosDate = dos_date(day);
    const int opened = zipOpenNewFileInZip4_64(archive,
                                               file.path.c_str(),
                                               &info,
                                               nullptr,
                                               0,
                                               nullptr,
                                               0,
                                               nullptr,
                                               Z_DEFLATED,
                                               Z_DEFAULT_COMPRESSION,
                                               0,
                                               -MAX_WBITS,
                                               MAX_MEM_LEVEL - 1,
                                               Z_DEFAULT_STRATEGY,
                                               nullptr,
                                               0,
                                               0,
                                               kNameIsUtf8,
                                               0);
    return opened == ZIP_OK &&
           zipWriteInFileInZip(
               archive, file.bytes.data(), static_cast<unsigned>(file.bytes.size())) == ZIP_OK &&
           zipCloseFileInZip(archive) == ZIP_OK;
}

}  // namespace

Result<std::string> zip_archive(const std::vector<KitFile>& files, Date day) {
    const Error failed{
        "zip-failed", "The launch kit could not be packed: there is not enough memory.", ""};
    MemoryFile memory;
    zlib_filefunc64_def functions = functions_on(memory);
    const zipFile archive = zipOpen2_64("kit", APPEND_STATUS_CREATE, nullptr, &functions);
    if (archive == nullptr) {
        return failed;
    }
    const bool added = std::all_of(files.begin(), files.end(), [&](const KitFile& file) {
        return add_file(archive, file, day);
    });
    // Closes also after a failure: it frees what was taken.
    const bool closed = zipClose(archive, nullptr) == ZIP_OK;
    return added && closed ? Result<std::string>(std::move(memory.bytes)) : failed;
}

}  // namespace atrium::domain::kit
