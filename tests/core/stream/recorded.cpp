// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "recorded.h"

namespace gatehouse::test {
namespace {

std::string chat(const std::string &delta, const std::string &finish = "null", int choice = 0)
{
    return R"(data: {"id":"c-1","object":"chat.completion.chunk","created":7,"model":"m","choices":[{"index":)"
        + std::to_string(choice) + R"(,"delta":)" + delta + R"(,"finish_reason":)" + finish + "}]}\n\n";
}

std::string chatStream()
{
    return chat(R"({"role":"assistant","content":""})") + chat(R"({"content":"One ze"})") + ": ping\r\n\r\n"
        + chat(R"({"content":"bra cros"})") + chat(R"({"content":"sing \ud83d"})")
        + chat(R"({"content":"\ude00 gr\u00fc"})") + chat(R"({"content":"ße tick"})")
        + chat(R"({"content":"Two ticket-7"})", "null", 1) + chat(R"({"content":"et-12"})")
        + chat(R"({"content":"345 end."})")
        + chat(
            R"({"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"look","arguments":"{\"q\":\"ze"}}]})")
        + chat(R"({"tool_calls":[{"index":0,"function":{"arguments":"bra cross"}}]})")
        + chat(R"({"tool_calls":[{"index":0,"function":{"arguments":"ing\"}"}}]})")
        + chat("{}", "\"tool_calls\"") + chat("{}", "\"stop\"", 1)
        + "data: {\"id\":\"c-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}\n\n"
          "data: [DONE]\n\n";
}

std::string event(const std::string &type, const std::string &rest)
{
    return "event: " + type + "\ndata: {\"type\":\"" + type + '"' + (rest.empty() ? "" : ",") + rest
        + "}\n\n";
}

std::string block(int index, const std::string &content)
{
    return event(
        "content_block_start", "\"index\":" + std::to_string(index) + ",\"content_block\":" + content);
}

std::string delta(int index, const std::string &piece)
{
    return event("content_block_delta", "\"index\":" + std::to_string(index) + ",\"delta\":" + piece);
}

std::string text(int index, const std::string &piece)
{
    return delta(index, R"({"type":"text_delta","text":")" + piece + "\"}");
}

std::string stop(int index)
{
    return event("content_block_stop", "\"index\":" + std::to_string(index));
}

std::string messageStart()
{
    return event("message_start",
        R"("message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":9,"cache_read_input_tokens":4,"output_tokens":1}})");
}

std::string messageEnd(const std::string &reason)
{
    return event("message_delta",
               R"("delta":{"stop_reason":")" + reason
                   + R"(","stop_sequence":null},"usage":{"output_tokens":20})")
        + event("message_stop", "");
}

std::string messagesStream()
{
    return messageStart() + event("ping", "")
        + block(0, R"({"type":"thinking","thinking":"","signature":""})")
        + delta(0, R"({"type":"thinking_delta","thinking":"Hm, a zebra cros"})")
        + delta(0, R"({"type":"thinking_delta","thinking":"sing ticket-98"})")
        + delta(0, R"({"type":"signature_delta","signature":"EqQBCg=="})") + stop(0)
        + block(1, R"({"type":"text","text":""})") + text(1, "One ze") + ": a comment\r\n\r\n"
        + text(1, "bra cros") + text(1, "sing \\ud83d") + text(1, "\\ude00 gr\\u00fc") + text(1, "ße tick")
        + text(1, "et-12") + text(1, "345 end.") + stop(1)
        + block(2, R"({"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{}})")
        + delta(2, R"({"type":"input_json_delta","partial_json":"{\"query\":\"ticket-"})")
        + delta(2, R"({"type":"input_json_delta","partial_json":"77\"}"})") + stop(2)
        + block(3,
            R"({"type":"web_search_tool_result","tool_use_id":"srvtoolu_1","content":[{"type":"web_search_result","url":"https://example.com/a","title":"A zebra crossing","encrypted_content":"RXhh"}]})")
        + stop(3) + block(4, R"({"type":"text","text":"From there: ","citations":[]})")
        + delta(4,
            R"({"type":"citations_delta","citation":{"type":"web_search_result_location","url":"https://example.com/a","cited_text":"the ticket-31 was"}})")
        + text(4, "ticket-31.") + stop(4)
        + block(5, R"({"type":"tool_use","id":"toolu_1","name":"look","input":{}})")
        + delta(5, R"({"type":"input_json_delta","partial_json":""})")
        + delta(5, R"({"type":"input_json_delta","partial_json":"{\"q\":\"ze"})")
        + delta(5, R"({"type":"input_json_delta","partial_json":"bra cross"})")
        + delta(5, R"({"type":"input_json_delta","partial_json":"ing\",\"n\":5}"})") + stop(5)
        + block(6, R"({"type":"text","text":""})") + text(6, "Then ticket-4") + text(6, "2.") + stop(6)
        + messageEnd("tool_use");
}

std::string completion(const std::string &text, const std::string &finish = "null", int choice = 0)
{
    return R"(data: {"id":"c-1","object":"text_completion","created":7,"model":"m","choices":[{"index":)"
        + std::to_string(choice) + R"(,"text":")" + text + R"(","logprobs":null,"finish_reason":)" + finish
        + "}]}\n\n";
}

std::string completionsStream()
{
    return completion("One ze") + completion("Two ticket-5", "null", 1) + completion("bra cros")
        + completion("sing \\ud83d") + completion("\\ude00 gr\\u00fc") + completion("ße ticket-12345")
        + completion("6 and zebra crossing", "null", 1) + completion("", "\"stop\"")
        + completion("", "\"length\"", 1)
        + "data: {\"id\":\"c-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}\n\n"
          "data: [DONE]\n\n";
}

// A response as events repeat it, the caller's own words in it included.
std::string responseEvent(const std::string &type, const std::string &status)
{
    const bool done = status == "completed";
    return event(type,
        R"("response":{"id":"resp_1","object":"response","created_at":7,"status":")" + status
            + R"(","instructions":"ticket-99","model":"m","output":[],"tools":[],"metadata":{"a":"b"},"usage":)"
            + (done ? R"({"input_tokens":9,"input_tokens_details":{"cached_tokens":4},"output_tokens":5})"
                    : "null")
            + "}");
}

std::string added(int index, const std::string &item)
{
    return event(
        "response.output_item.added", "\"output_index\":" + std::to_string(index) + ",\"item\":" + item);
}

std::string itemDone(int index, const std::string &item)
{
    return event(
        "response.output_item.done", "\"output_index\":" + std::to_string(index) + ",\"item\":" + item);
}

std::string piece(const std::string &type, int index, const std::string &text, const std::string &rest = {})
{
    return event(type,
        "\"item_id\":\"i\",\"output_index\":" + std::to_string(index) + rest + ",\"delta\":\"" + text + '"');
}

std::string responsesStream()
{
    const std::string text = "response.output_text.delta", at = R"(,"content_index":0)";
    const std::string message = R"({"type":"message","id":"msg_1","role":"assistant","content":[]})";
    return responseEvent("response.created", "in_progress")
        + responseEvent("response.in_progress", "in_progress")
        + added(0, R"({"type":"reasoning","id":"rs_1","summary":[]})")
        + piece("response.reasoning_summary_text.delta", 0, "Hm, a zebra cros", R"(,"summary_index":0)")
        + piece("response.reasoning_summary_text.delta", 0, "sing", R"(,"summary_index":0)")
        + piece("response.reasoning_summary_text.delta", 0, "ticket-98", R"(,"summary_index":1)")
        + itemDone(0, R"({"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"c2Vh"})")
        + added(1, R"({"type":"web_search_call","id":"ws_1","status":"in_progress"})")
        + event("response.web_search_call.searching", R"("output_index":1,"item_id":"ws_1")")
        + itemDone(1,
            R"({"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search","query":"the ticket-77"}})")
        + added(2, message) + ": a comment\r\n\r\n"
        + event("response.content_part.added",
            R"("output_index":2,"content_index":0,"part":{"type":"output_text","text":""})")
        + piece(text, 2, "One ze", at) + piece(text, 2, "bra cros", at) + piece(text, 2, "sing \\ud83d", at)
        + piece(text, 2, "\\ude00 gr\\u00fc", at) + piece(text, 2, "ße tick", at)
        + piece(text, 2, "et-12", at) + piece(text, 2, "345 end.", at) + itemDone(2, message)
        + added(3, R"({"type":"function_call","id":"fc_1","call_id":"call_1","name":"look","arguments":""})")
        + piece("response.function_call_arguments.delta", 3, R"({\"q\":\"ze)")
        + piece("response.function_call_arguments.delta", 3, R"(bra crossing\"})")
        + itemDone(
            3, R"({"type":"function_call","id":"fc_1","call_id":"call_1","name":"look","arguments":"{}"})")
        + added(4, message)
        + itemDone(4,
            R"({"type":"message","id":"msg_1","role":"assistant","content":[{"type":"output_text","text":"At once: ticket-42."}]})")
        + added(5, message)
        + event("response.content_part.added",
            R"("output_index":5,"content_index":0,"part":{"type":"output_text","text":""})")
        + piece(text, 5, "After an empty part: ticket-43.", R"(,"content_index":1)") + itemDone(5, message)
        + responseEvent("response.completed", "completed");
}

} // namespace

std::vector<RecordedStream> recordedStreams()
{
    return {{"chat", "openai.chat", chatStream()}, {"completions", "openai.completions", completionsStream()},
        {"responses", "openai.responses", responsesStream()},
        {"messages", "anthropic.messages", messagesStream()}};
}

} // namespace gatehouse::test
