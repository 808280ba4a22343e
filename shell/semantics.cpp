#include "shell/semantics.h"

namespace atrium::shell {

void Semantics::begin_frame(std::vector<SemanticAction> actions) {
    nodes_.clear();
    used_ids_.clear();
    containers_.clear();
    modal_ = 0;
    activated_.clear();
    submitted_.clear();
    focus_arrived_.clear();
    new_values_.clear();
    escape_pressed_ = false;
    for (SemanticAction& action : actions) {
        switch (action.kind) {
            case SemanticAction::Kind::Activate:
                activated_.insert(action.id);
                break;
            case SemanticAction::Kind::SetValue:
                new_values_[action.id] = std::move(action.text);
                break;
            case SemanticAction::Kind::Submit:
                submitted_.insert(action.id);
                break;
            case SemanticAction::Kind::Focus:
                focused_ = action.id;
                focus_by_keyboard_ = action.by_keyboard;
                focus_arrived_.insert(action.id);
                break;
            case SemanticAction::Kind::Blur:
                if (focused_ == action.id) {
                    focused_ = 0;
                }
                break;
            case SemanticAction::Kind::Escape:
                escape_pressed_ = true;
                break;
        }
    }
}

NodeId Semantics::add(Node node) {
    // Two widgets under one key would share a DOM element; the later one gets the next free id, which
    // is the same in every frame.
    while (node.id == 0 || !used_ids_.insert(node.id).second) {
        ++node.id;
    }
    node.parent = containers_.empty() ? 0 : containers_.back();
    if (node.role == Role::Dialog && node.modal) {
        modal_ = node.id;
    }
    nodes_.push_back(std::move(node));
    return nodes_.back().id;
}

NodeId Semantics::open(Node node) {
    const NodeId id = add(std::move(node));
    containers_.push_back(id);
    return id;
}

void Semantics::close() {
    if (!containers_.empty()) {
        containers_.pop_back();
    }
}

void Semantics::end_frame() {
    if (modal_ == 0) {
        return;
    }
    std::unordered_set<NodeId> inside{modal_};
    std::vector<Node> kept;
    for (Node& node : nodes_) {
        // Alerts and the status line speak also while a dialog is open.
        const bool speaks = node.role == Role::Alert || node.role == Role::Status;
        if (node.id == modal_ || (speaks && inside.count(node.parent) == 0)) {
            node.parent = 0;
        } else if (inside.count(node.parent) == 0) {
            continue;
        }
        inside.insert(node.id);
        kept.push_back(std::move(node));
    }
    nodes_ = std::move(kept);
}

bool Semantics::activated(NodeId id) const {
    return activated_.count(id) > 0;
}

bool Semantics::submitted(NodeId id) const {
    return submitted_.count(id) > 0;
}

const std::string* Semantics::new_value(NodeId id) const {
    const auto found = new_values_.find(id);
    return found == new_values_.end() ? nullptr : &found->second;
}

bool Semantics::focus_arrived(NodeId id) const {
    return focus_arrived_.count(id) > 0;
}

NodeId Semantics::take_focus_request() {
    return std::exchange(focus_request_, 0);
}

std::vector<std::string> Semantics::take_announcements() {
    return std::exchange(announcements_, {});
}

}  // namespace atrium::shell
