// What the process asks of the system before it serves.
#pragma once

namespace atrium::proxy {

// The key is in memory, so no memory goes to disk.
void forbid_core_files();

// So that waking one of many threads does not look at a hundred others.
void make_room_for_waiting_threads();

// As many descriptors as the system allows at all; returns how many may be open.
int raise_descriptor_limit();

}  // namespace atrium::proxy
