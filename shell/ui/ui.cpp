#include "shell/ui/ui.h"

#include <algorithm>

#include "shell/ui/ui_state.h"

namespace atrium::shell {

namespace {

// Entries of widgets that are gone are dropped now and then.
constexpr int kSweepEvery = 600;

template <typename Map>
void sweep(Map& map, int frame) {
    for (auto entry = map.begin(); entry != map.end();) {
        entry = entry->second.last_frame < frame - 1 ? map.erase(entry) : std::next(entry);
    }
}

void open_window(Rect screen) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({screen.width, screen.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("workspace",
                 nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar(2);
}

}  // namespace

Ui::Ui(Semantics& semantics, PlatformPort& platform)
    : semantics_(semantics), platform_(platform), impl_(std::make_unique<Impl>()) {}

Ui::~Ui() {
    impl_->splitter.ClearFreeMemory();
}

void Ui::begin_frame(std::vector<SemanticAction> actions) {
    const ImGuiIO& io = ImGui::GetIO();
    ++impl_->frame;
    impl_->wake = -1;
    advance_time(static_cast<double>(io.DeltaTime));
    elapsed_ = std::min(io.DeltaTime, 0.1f);
    screen_ = {0, 0, io.DisplaySize.x, io.DisplaySize.y};
    semantics_.begin_frame(std::move(actions));

    open_window(screen_);
    canvas_ = ImGui::GetWindowDrawList();
    // Edges are smoothed over one device pixel, not over one CSS pixel.
    canvas_->_FringeScale = 1 / std::max(1.0f, io.DisplayFramebufferScale.x);
    ImGui::GetStyle().CircleTessellationMaxError = 0.12f;
    impl_->splitter.Split(canvas_, kLayerCount);
    impl_->splitter.SetCurrentChannel(canvas_, 0);
    impl_->layer = Layer::Base;
    impl_->clips.assign(1, screen_);
    impl_->toast_area = screen_;
    impl_->tooltip = {};

    impl_->shown_hits.swap(impl_->hits);
    impl_->hits.clear();
    read_pointer();
    if (impl_->frame % kSweepEvery == 0) {
        sweep(impl_->motions, impl_->frame);
        sweep(impl_->memories, impl_->frame);
        sweep(impl_->layouts, impl_->frame);
    }
}

// A host shortens the step after a rest, so that nothing leaps; toasts and tooltips need the time that
// really passed, which the clock knows. A clock that is set back or far forward is not believed.
void Ui::advance_time(double step) {
    constexpr double kLongestRest = 60;
    const std::int64_t now = platform_.now_millis();
    const double passed = static_cast<double>(now - impl_->clock_millis) / 1000;
    time_ +=
        impl_->clock_millis == 0 ? step : std::clamp(passed, step, std::max(step, kLongestRest));
    impl_->clock_millis = now;
}

double Ui::end_frame() {
    draw_toasts(*this);
    draw_tooltip(*this);
    impl_->splitter.Merge(canvas_);
    ImGui::End();
    semantics_.end_frame();
    return impl_->wake;
}

Ui::Scope::~Scope() {
    ImGui::PopID();
}

Ui::Scope Ui::push(std::string_view key) {
    ImGui::PushID(key.data(), key.data() + key.size());
    return {};
}

Ui::Scope Ui::push(std::uint64_t key) {
    const char* bytes = reinterpret_cast<const char*>(&key);
    ImGui::PushID(bytes, bytes + sizeof key);
    return {};
}

NodeId Ui::id(std::string_view key) const {
    return ImGui::GetID(key.data(), key.data() + key.size());
}

NodeId Ui::add(Node node) {
    const Rect whole = node.rect;
    node.rect = intersection(whole, clip());
    node.layer = static_cast<int>(impl_->layer);
    const NodeId id = semantics_.add(std::move(node));
    reveal_when_focused(id, whole);
    return id;
}

void Ui::reveal(Rect rect) {
    const bool scrolls = !impl_->areas.empty() && impl_->areas.back().layer == impl_->layer;
    if (scrolls && !pointer_.down) {
        impl_->areas.back().area->reveal(rect);
    }
}

void Ui::reveal_when_focused(NodeId id, Rect whole) {
    if (semantics_.focus_arrived(id)) {
        reveal(whole);
    }
}

Ui::Container Ui::open(Node node) {
    const Rect whole = node.rect;
    node.rect = intersection(whole, clip());
    node.layer = static_cast<int>(impl_->layer);
    reveal_when_focused(semantics_.open(std::move(node)), whole);
    return Container(semantics_);
}

Ui::Container Ui::group(std::string_view key, Role role, std::string_view name, Rect rect) {
    return open({.id = id(key), .role = role, .name = std::string(name), .rect = rect});
}

void Ui::push_clip(Rect rect) {
    const Rect inner = intersection(rect, clip());
    impl_->clips.push_back(inner);
    canvas_->PushClipRect({inner.x, inner.y}, {inner.right(), inner.bottom()}, false);
}

void Ui::pop_clip() {
    impl_->clips.pop_back();
    canvas_->PopClipRect();
}

Rect Ui::clip() const {
    return impl_->clips.back();
}

bool Ui::visible(Rect rect) const {
    const Rect inside = clip();
    return rect.x < inside.right() && rect.right() > inside.x && rect.y < inside.bottom() &&
           rect.bottom() > inside.y;
}

Ui::LayerScope Ui::on_layer(Layer layer) {
    impl_->layers.push_back(impl_->layer);
    impl_->layer = layer;
    impl_->splitter.SetCurrentChannel(canvas_, static_cast<int>(layer));
    impl_->clips.push_back(screen_);
    canvas_->PushClipRect({0, 0}, {screen_.width, screen_.height}, false);
    return LayerScope(*this);
}

Ui::LayerScope::~LayerScope() {
    Impl& impl = *ui_.impl_;
    ui_.pop_clip();
    impl.layer = impl.layers.back();
    impl.layers.pop_back();
    impl.splitter.SetCurrentChannel(ui_.canvas_, static_cast<int>(impl.layer));
}

Layer Ui::layer() const {
    return impl_->layer;
}

bool Ui::in_dialog() const {
    return impl_->dialog.open && impl_->layer == Layer::Dialog;
}

void Ui::join_dialog(NodeId field, bool entered) {
    if (!in_dialog()) {
        return;
    }
    impl_->dialog.entered = impl_->dialog.entered || entered;
    if (impl_->dialog.wants_focus) {
        impl_->dialog.wants_focus = false;
        semantics_.request_focus(field);
    }
}

void Ui::wake_in(double seconds) {
    if (impl_->wake < 0 || seconds < impl_->wake) {
        impl_->wake = seconds;
    }
}

float Ui::ease(NodeId id, int slot, float target, float seconds) {
    Motion& motion =
        impl_->motions[static_cast<std::uint64_t>(id) << 8 | static_cast<unsigned>(slot)];
    const bool known = motion.last_frame >= impl_->frame - 1;
    motion.last_frame = impl_->frame;
    if (!known || seconds <= 0) {
        motion.from = motion.to = target;
        return target;
    }
    const auto value = [&] {
        const auto passed = static_cast<float>(time_ - motion.began);
        return motion.from + (motion.to - motion.from) * eased(passed / seconds);
    };
    if (motion.to != target) {
        motion.from = value();
        motion.to = target;
        motion.began = time_;
    }
    if (motion.from == motion.to) {
        return motion.to;
    }
    if (time_ - motion.began >= static_cast<double>(seconds)) {
        motion.from = motion.to;
        return motion.to;
    }
    wake_in(0);
    return value();
}

float Ui::arrival(NodeId id, float seconds) {
    constexpr unsigned kSlot = 0xff;
    Motion& motion = impl_->motions[static_cast<std::uint64_t>(id) << 8 | kSlot];
    if (motion.last_frame < impl_->frame - 1) {
        motion.began = time_;
    }
    motion.last_frame = impl_->frame;
    const auto passed = static_cast<float>(time_ - motion.began);
    if (seconds <= 0 || passed >= seconds) {
        return 1;
    }
    wake_in(0);
    return eased(passed / seconds);
}

float& Ui::memory(NodeId id, int slot) {
    Memory& memory =
        impl_->memories[static_cast<std::uint64_t>(id) << 8 | static_cast<unsigned>(slot)];
    if (memory.last_frame < impl_->frame - 1) {
        memory.value = 0;
    }
    memory.last_frame = impl_->frame;
    return memory.value;
}

}  // namespace atrium::shell
