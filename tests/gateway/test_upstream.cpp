// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: Apache-2.0
#include "test_upstream.h"

#include "test_certificate.h"

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/impl/src.hpp> // the gateway itself does not build this part of Asio
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/json.hpp>
#include <list>
#include <mutex>
#include <optional>
#include <sys/socket.h>
#include <thread>

namespace gatehouse::gateway::test {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
namespace json = boost::json;
using Tcp = asio::ip::tcp;
using boost::system::error_code;
using Request = http::request<http::string_body>;

std::string chunkOf(const std::string &bytes)
{
    char size[16] = "";
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return size + bytes + "\r\n";
}

std::string eventOf(json::object delta, const json::value &finish)
{
    json::object choice{{"index", 0}, {"delta", std::move(delta)}, {"finish_reason", finish}};
    json::object chunk{{"id", "chatcmpl-test"}, {"object", "chat.completion.chunk"}, {"created", 1},
        {"model", "up"}, {"choices", json::array{std::move(choice)}}};
    return "data: " + json::serialize(chunk) + "\n\n";
}

std::string plainBody(const std::string &text)
{
    json::object message{{"role", "assistant"}, {"content", text}};
    json::object choice{{"index", 0}, {"message", std::move(message)}, {"finish_reason", "stop"}};
    json::object body{{"id", "chatcmpl-test"}, {"object", "chat.completion"}, {"created", 1}, {"model", "up"},
        {"choices", json::array{std::move(choice)}},
        {"usage", {{"prompt_tokens", 11}, {"completion_tokens", 7}, {"total_tokens", 18}}}};
    return json::serialize(body);
}

std::string withLength(int status, const std::string &body, const std::string &fields = {})
{
    return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: application/json\r\n" + fields
        + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

const std::string streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; "
                               "charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string streamOf(const std::string &text, bool done)
{
    std::string all = streamHead + chunkOf(eventOf({{"role", "assistant"}, {"content", ""}}, nullptr));
    for (std::size_t at = 0; at < text.size(); at += 5)
        all += chunkOf(eventOf({{"content", text.substr(at, 5)}}, nullptr));
    all += chunkOf(eventOf({}, "stop"));
    if (done)
        all += chunkOf("data: [DONE]\n\n");
    return all + "0\r\n\r\n";
}

std::string errorOf(int status)
{
    const std::string body = R"({"error":{"message":"the upstream says )" + std::to_string(status) + R"("}})";
    return withLength(status, body, status == 429 ? "Retry-After: 7\r\n" : "");
}

// What a connection does after its answer.
enum class Then { GoOn, Close, Reset, WaitForCaller, DropNextCall };
struct Behaviour {
    std::string bytes;
    Then then = Then::GoOn;
    std::size_t padding = 0; // bytes of a text, sent behind the others
};

std::string echoOf(const json::object &request)
{
    if (!request.contains("messages"))
        return "echo";
    const auto &messages = request.at("messages").as_array();
    return "echo: " + std::string(messages.back().as_object().at("content").as_string());
}

// What lies, in one way or another. Nothing for other models.
std::optional<Behaviour> lieFor(const std::string &model, const std::string &echo)
{
    const std::string plain = plainBody(echo);
    const auto sized = [&](std::size_t size, const std::string &fields = {}) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + fields
            + "Content-Length: " + std::to_string(size) + "\r\n\r\n" + plain;
    };
    if (model == "up-short")
        return Behaviour{sized(plain.size() + 10), Then::Close};
    if (model == "up-long")
        return Behaviour{sized(plain.size()) + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", Then::GoOn};
    if (model == "up-lengths")
        return Behaviour{sized(plain.size(), "Content-Length: 5\r\n"), Then::Close};
    if (model == "up-trailers")
        return Behaviour{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: "
                         "chunked\r\nTrailer: x-sum\r\n\r\n"
                + chunkOf(plain) + "0\r\nx-sum: 1\r\ncontent-encoding: gzip\r\n\r\n",
            Then::GoOn};
    if (model == "up-interim")
        return Behaviour{"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n"
                + sized(plain.size()),
            Then::GoOn};
    if (model == "up-switch")
        return Behaviour{"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", Then::WaitForCaller};
    if (model == "up-no-utf8")
        return Behaviour{withLength(200, plainBody("\xff\xfe")), Then::GoOn};
    if (model == "up-no-sse")
        return Behaviour{streamHead + chunkOf("data: {\"choices\": [\n\n") + "0\r\n\r\n", Then::GoOn};
    if (model == "up-reset")
        return Behaviour{"", Then::Reset};
    if (model == "up-slow-end")
        return Behaviour{sized(plain.size() + 10), Then::WaitForCaller};
    if (model == "up-once")
        return Behaviour{withLength(200, plain), Then::DropNextCall};
    if (model == "up-100mb")
        return Behaviour{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                         "100000000\r\n\r\n",
            Then::WaitForCaller, 100'000'000};
    return std::nullopt;
}

// What never ends, or is no body: after the head of an answer with chunks.
std::optional<Behaviour> endlessFor(const std::string &model)
{
    constexpr std::size_t much = 100'000'000;
    const std::string chunked
        = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string events = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";
    if (model == "up-endless-head")
        return Behaviour{"HTTP/1.1 200 OK\r\nX-Much: ", Then::WaitForCaller, much};
    if (model == "up-endless-extension")
        return Behaviour{chunked + "5;", Then::WaitForCaller, much};
    if (model == "up-endless-trailers")
        return Behaviour{chunked + "0\r\n", Then::WaitForCaller, much};
    if (model == "up-bad-chunk")
        return Behaviour{chunked + "zz\r\n{}\r\n", Then::Close};
    if (model == "up-sse-line")
        return Behaviour{events + "\r\ndata: ", Then::WaitForCaller, much};
    if (model == "up-sse-gzip")
        return Behaviour{events + "Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08", Then::Close};
    if (model == "up-sse-no-utf8")
        return Behaviour{events
                + "\r\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\xff\"}}]}\n\ndata: "
                  "[DONE]\n\n",
            Then::Close};
    return std::nullopt;
}

Behaviour hookFor(const std::string &what)
{
    if (what.starts_with("pass") || what == "pair")
        return {withLength(200, R"({"fail":false,"note":"well"})")};
    if (what == "fail")
        return {withLength(200, R"({"fail":true,"score":0.75})")};
    if (what == "silent")
        return {"", Then::WaitForCaller};
    if (what == "302")
        return {withLength(302, "{}", "Location: /hook/pass\r\n")};
    return {what == "500" ? withLength(500, "{}") : withLength(200, R"({"fail":"no"})")};
}

Behaviour behaviourFor(const json::object &request)
{
    const std::string model(request.at("model").as_string());
    const bool stream = request.contains("stream") && request.at("stream") == true;
    const std::string echo = echoOf(request);
    if (const auto lie = lieFor(model, echo))
        return *lie;
    if (const auto endless = endlessFor(model))
        return *endless;
    if (model.starts_with("up-judge-"))
        return {withLength(200,
            plainBody(R"({"fail":)" + std::string(model == "up-judge-fail" ? "true" : "false")
                + R"(,"score":0.9)" + (model == "up-judge-more" ? R"(,"reason":"x"})" : "}")))};
    if (model == "up-plain")
        return {stream ? streamOf(echo, true) : withLength(200, plainBody(echo)), Then::GoOn};
    if (model == "up-close")
        return {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + plainBody(echo), Then::Close};
    if (model == "up-silent")
        return {"", Then::WaitForCaller};
    // Longer than what a rule may hold back, so that some of it is on its way before the end.
    const std::string beginning(500, '.');
    const std::string firstPiece = streamHead + chunkOf(eventOf({{"content", beginning}}, nullptr));
    if (model == "up-stall")
        return {firstPiece, Then::WaitForCaller};
    if (model == "up-drop-mid")
        return {firstPiece, Then::Close};
    if (model == "up-no-done")
        return {streamOf(echo, false), Then::GoOn};
    if (model == "up-no-http")
        return {"!!! this is no HTTP !!!\r\n\r\n", Then::Close};
    if (model == "up-no-json")
        return {withLength(200, "this is not JSON"), Then::GoOn};
    if (model == "up-no-wire")
        return {withLength(200, R"({"hello":["world"]})"), Then::GoOn};
    if (model == "up-gzip")
        return {withLength(200, plainBody(echo), "Content-Encoding: gzip\r\n"), Then::GoOn};
    if (model == "up-huge")
        return {withLength(200, plainBody(std::string(2UL * 1024 * 1024, 'x'))), Then::GoOn};
    if (model == "up-drop")
        return {"", Then::Close};
    return {errorOf(std::stoi(model.substr(3))), Then::GoOn};
}

} // namespace

struct TestUpstream::State {
    explicit State(Transport wanted)
        : transport(wanted)
        , acceptor(loop, Tcp::endpoint(asio::ip::address_v4::loopback(), 0))
    {
        if (transport != Transport::Tls)
            return;
        certificate = makeCertificate();
        tls.use_certificate_chain(asio::buffer(certificate.certificate));
        tls.use_private_key(asio::buffer(certificate.key), asio::ssl::context::pem);
    }

    void acceptAll();
    void serve(Tcp::socket &socket);
    template <class Stream>
    void talk(Stream &stream);
    // False when the connection is over.
    template <class Stream>
    bool answer(Stream &stream, const Request &request);
    void note(const Request &request);

    Transport transport;
    asio::io_context loop;
    Tcp::acceptor acceptor;
    asio::ssl::context tls{asio::ssl::context::tls_server};
    TestCertificate certificate;
    std::atomic<int> connections{0}, calls{0}, left{0}, pairs{0};
    std::atomic<bool> stopping{false};
    mutable std::mutex mutex;
    std::list<Tcp::socket> sockets; // guarded by mutex; never shrinks, so that references stay good
    std::list<std::thread> threads; // of acceptAll()
    Request last; // guarded by mutex
    std::thread acceptThread;
};

void TestUpstream::State::acceptAll()
{
    while (!stopping) {
        error_code error;
        Tcp::socket socket(loop);
        acceptor.accept(socket, error);
        if (error || stopping)
            continue;
        ++connections;
        const std::lock_guard lock(mutex);
        sockets.push_back(std::move(socket));
        threads.emplace_back([this, &mine = sockets.back()] { serve(mine); });
    }
}

void TestUpstream::State::serve(Tcp::socket &socket)
{
    if (transport == Transport::Tls) {
        asio::ssl::stream<Tcp::socket &> stream(socket, tls);
        error_code error;
        stream.handshake(asio::ssl::stream_base::server, error);
        if (!error)
            talk(stream);
    } else {
        talk(socket);
    }
    error_code ignored;
    socket.shutdown(Tcp::socket::shutdown_both, ignored);
}

template <class Stream>
void TestUpstream::State::talk(Stream &stream)
{
    boost::beast::flat_buffer buffer;
    bool goOn = true;
    while (goOn && !stopping) {
        Request request;
        error_code error;
        http::read(stream, buffer, request, error);
        if (error)
            return;
        note(request);
        goOn = answer(stream, request);
    }
}

template <class Stream>
bool TestUpstream::State::answer(Stream &stream, const Request &request)
{
    const std::string path(request.target());
    constexpr std::string_view hooks = "/hook/";
    const bool isHook = path.starts_with(hooks);
    if (isHook && path.ends_with("pair")) {
        ++pairs;
        while (pairs < 2 && !stopping)
            std::this_thread::yield();
    }
    const Behaviour behaviour
        = isHook ? hookFor(path.substr(hooks.size())) : behaviourFor(json::parse(request.body()).as_object());
    error_code error;
    asio::write(stream, asio::buffer(behaviour.bytes), error);
    const std::string padding(std::min<std::size_t>(behaviour.padding, 1'000'000), 'x');
    for (std::size_t sent = 0; !error && sent < behaviour.padding; sent += padding.size())
        asio::write(stream, asio::buffer(padding), error);
    if (behaviour.then == Then::WaitForCaller) {
        char byte = 0;
        stream.read_some(asio::buffer(&byte, 1), error);
        if (!stopping)
            ++left;
    } else if (behaviour.then == Then::Reset) {
        // Closing with this set sends a reset.
        stream.lowest_layer().set_option(asio::socket_base::linger(true, 0), error);
        stream.lowest_layer().close(error);
    } else if (behaviour.then == Then::DropNextCall) {
        boost::beast::flat_buffer buffer;
        Request unanswered;
        http::read(stream, buffer, unanswered, error);
        return false;
    }
    return behaviour.then == Then::GoOn && !error;
}

void TestUpstream::State::note(const Request &request)
{
    const std::lock_guard lock(mutex);
    last = request;
    ++calls;
}

TestUpstream::TestUpstream(Transport transport)
    : m_state(std::make_shared<State>(transport))
{
    m_state->acceptThread = std::thread([state = m_state.get()] { state->acceptAll(); });
}

TestUpstream::~TestUpstream()
{
    m_state->stopping = true;
    ::shutdown(m_state->acceptor.native_handle(), SHUT_RDWR);
    m_state->acceptThread.join();
    for (Tcp::socket &socket : m_state->sockets)
        ::shutdown(socket.native_handle(), SHUT_RDWR);
    for (std::thread &thread : m_state->threads)
        thread.join();
}

std::string TestUpstream::baseUrl() const
{
    const bool tls = m_state->transport == Transport::Tls;
    return (tls ? "https://localhost:" : "http://127.0.0.1:") + std::to_string(port()) + "/v1";
}

std::uint16_t TestUpstream::port() const
{
    return m_state->acceptor.local_endpoint().port();
}
const std::string &TestUpstream::certificate() const
{
    return m_state->certificate.certificate;
}
int TestUpstream::connections() const
{
    return m_state->connections;
}
int TestUpstream::calls() const
{
    return m_state->calls;
}
int TestUpstream::left() const
{
    return m_state->left;
}

std::string TestUpstream::lastPath() const
{
    const std::lock_guard lock(m_state->mutex);
    return std::string(m_state->last.target());
}

std::string TestUpstream::lastBody() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->last.body();
}

std::string TestUpstream::lastField(const std::string &name) const
{
    const std::lock_guard lock(m_state->mutex);
    return std::string(m_state->last[name]);
}

} // namespace gatehouse::gateway::test
