#include "core/protocol/reply_assembler.h"

namespace atrium::protocol {

void ReplyAssembler::apply(const StreamEvent& event) {
    if (const auto* started = std::get_if<MessageStarted>(&event)) {
        message_id_ = started->message_id;
        model_ = started->model;
        merge(usage_, started->usage);
    } else if (const auto* block = std::get_if<BlockStarted>(&event)) {
        blocks_[block->index] = {block->block, false, false};
    } else if (const auto* stopped = std::get_if<BlockStopped>(&event)) {
        if (const auto found = blocks_.find(stopped->index); found != blocks_.end()) {
            found->second.stopped = true;
        }
    } else if (const auto* delta = std::get_if<MessageDelta>(&event)) {
        if (delta->stop_reason != StopReason::None) {
            stop_reason_ = delta->stop_reason;
            refusal_explanation_ = delta->refusal_explanation;
        }
        merge(usage_, delta->usage);
    } else if (std::holds_alternative<MessageStopped>(event)) {
        finished_ = true;
    } else if (const auto* error = std::get_if<StreamError>(&event)) {
        if (!error_) {
            error_ = *error;
        }
    } else {
        take_delta(event);
    }
}

void ReplyAssembler::take_delta(const StreamEvent& event) {
    // A delta for a block that was never opened, or is of another kind, opens or changes nothing,
    // except that text is never thrown away.
    if (const auto* text = std::get_if<TextDelta>(&event)) {
        if (auto* block = std::get_if<TextBlock>(&blocks_[text->index].block)) {
            block->text += text->text;
        }
        return;
    }
    const auto open = [this](int index) -> OpenBlock* {
        const auto found = blocks_.find(index);
        return found == blocks_.end() ? nullptr : &found->second;
    };
    if (const auto* input = std::get_if<InputJsonDelta>(&event)) {
        OpenBlock* block = open(input->index);
        auto* tool = block ? std::get_if<ToolUseBlock>(&block->block) : nullptr;
        if (tool && !input->partial_json.empty()) {
            if (!block->input_streamed) {
                tool->input_json.clear();
                block->input_streamed = true;
            }
            tool->input_json += input->partial_json;
        }
    } else if (const auto* thought = std::get_if<ThinkingDelta>(&event)) {
        OpenBlock* block = open(thought->index);
        if (auto* thinking = block ? std::get_if<ThinkingBlock>(&block->block) : nullptr) {
            thinking->thinking += thought->thinking;
        }
    } else if (const auto* signature = std::get_if<SignatureDelta>(&event)) {
        OpenBlock* block = open(signature->index);
        if (auto* thinking = block ? std::get_if<ThinkingBlock>(&block->block) : nullptr) {
            thinking->signature += signature->signature;
        }
    }
}

std::vector<ContentBlock> ReplyAssembler::content() const {
    std::vector<ContentBlock> content;
    for (const auto& [index, open] : blocks_) {
        const auto* text = std::get_if<TextBlock>(&open.block);
        if (text ? !text->text.empty() : open.stopped) {
            content.push_back(open.block);
        }
        if (auto* tool = content.empty() ? nullptr : std::get_if<ToolUseBlock>(&content.back());
            tool && tool->input_json.empty()) {
            tool->input_json = "{}";
        }
    }
    return content;
}

std::string ReplyAssembler::text() const {
    std::string all;
    for (const auto& [index, open] : blocks_) {
        if (const auto* text = std::get_if<TextBlock>(&open.block)) {
            all += text->text;
        }
    }
    return all;
}

std::vector<ToolUseBlock> ReplyAssembler::tool_uses() const {
    std::vector<ToolUseBlock> tools;
    if (stop_reason_ != StopReason::ToolUse) {
        return tools;
    }
    for (const ContentBlock& block : content()) {
        if (const auto* tool = std::get_if<ToolUseBlock>(&block)) {
            tools.push_back(*tool);
        }
    }
    return tools;
}

bool ReplyAssembler::thinking() const {
    if (blocks_.empty()) {
        return false;
    }
    const OpenBlock& last = blocks_.rbegin()->second;
    return !last.stopped && (std::holds_alternative<ThinkingBlock>(last.block) ||
                             std::holds_alternative<RedactedThinkingBlock>(last.block));
}

}  // namespace atrium::protocol
