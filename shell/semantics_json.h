// The semantics tree as JSON for the browser side: an array, parents before children. A node that is as
// it was in the tree before is its id alone, as in most frames almost all are; any other is an object
// that leaves out members with their default. Roles are ARIA's words.
//
//     SemanticsWriter writer;
//     std::string json = writer.changes(tree);  // empty: the same tree as before
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "shell/semantics.h"

namespace atrium::shell {

class SemanticsWriter {
 public:
    std::string changes(const Semantics& semantics);

    // The next tree is written in full.
    void forget() { written_.clear(); }

 private:
    struct Written {
        std::uint64_t hash = 0;  // of the node's JSON
        std::size_t place = 0;   // in the tree
    };

    std::unordered_map<NodeId, Written> written_;
};

}  // namespace atrium::shell
