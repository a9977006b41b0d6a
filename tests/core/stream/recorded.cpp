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

} // namespace

std::vector<RecordedStream> recordedStreams()
{
    return {{"chat", "openai.chat", chatStream()}, {"messages", "anthropic.messages", messagesStream()}};
}

} // namespace gatehouse::test
