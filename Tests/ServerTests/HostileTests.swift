import Foundation
import Sync
import SyncHTTP
import TestSupport
import Testing

@Suite("Hostile clients", .serialized)
struct HostileTests {
  private let harness: HubHarness
  private let server: RunningServer

  init() throws {
    harness = try HubHarness()
    server = try harness.start()
  }

  /// Whether an honest client is still answered, and soon.
  private func expectService(_ comment: Comment) throws {
    let start = Date()
    #expect(try server.ask(RawRequest(path: "/health")).status == 200, comment)
    #expect(Date().timeIntervalSince(start) < 2, comment)
  }

  @Test("headers that never end are cut, and honest clients answered meanwhile")
  func slowHeaders() throws {
    let slow = try (0..<20).map { _ in try RawConnection(port: server.port) }
    for connection in slow { connection.send(Array("GET / HTTP/1.1\r\nHost: a\r\nX-A: ".utf8)) }
    try expectService("during slow headers")
    for second in 0..<8 {
      Thread.sleep(forTimeInterval: 1)
      for connection in slow { connection.send([UInt8(ascii: "a") + UInt8(second)]) }
    }
    #expect(slow[0].isClosed(within: 8) && slow[19].isClosed(within: 8))
    #expect(server.logs("E_SLOW"))
  }

  @Test("a body that trickles or stops is cut")
  func slowBody() throws {
    let slow = try RawConnection(port: server.port)
    slow.send(
      Array(
        ("POST \(HTTPTransport.path) HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Length: 5000\r\n\r\n").utf8))
    for _ in 0..<5 {
      slow.send([0])
      Thread.sleep(forTimeInterval: 1)
    }
    try expectService("during a slow body")
    #expect(slow.isClosed(within: 26))
    #expect(server.logs("E_SLOW"))
  }

  @Test("declared and real sizes beyond the limit are refused before they are read")
  func oversized() throws {
    let declared =
      "POST \(HTTPTransport.path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n"
    #expect(try server.ask(Array(declared.utf8)).status == 413)
    let header =
      "GET / HTTP/1.1\r\nHost: a\r\nX-A: \(String(repeating: "a", count: 40_000))\r\n\r\n"
    let large = try server.ask(Array(header.utf8))
    #expect(large.status == 400 && large.text.contains("E_TOO_BIG"), "\(large.text.prefix(200))")
    let many = (0..<200).map { "X-\($0): a\r\n" }.joined()
    let answer = try server.ask(Array("GET / HTTP/1.1\r\nHost: a\r\n\(many)\r\n".utf8)).status
    #expect(answer == 400)
    // 64 MiB of zeros and more, packed to some 70 kB.
    let bomb = try #require(Gzip.packed([UInt8](repeating: 0, count: 70 << 20)))
    let packed = RawRequest(
      method: "POST", path: HTTPTransport.path, headers: [("Content-Encoding", "gzip")], body: bomb)
    #expect(try server.ask(packed).status == 413)
    try expectService("after large bodies")
  }

  @Test("a body that ends in the middle is nothing, and leaves no room taken")
  func endedBody() throws {
    let before = try harness.run("dump", on: "hub").output
    for head in [
      "Content-Length: 5000\r\n\r\n" + String(repeating: "a", count: 100),
      "Transfer-Encoding: chunked\r\n\r\n64\r\nabc", "Content-Length: 5000\r\n\r\n",
    ] {
      // More than may be worked on at once.
      for _ in 0..<8 {
        let connection = try RawConnection(port: server.port)
        let start = "POST \(HTTPTransport.path) HTTP/1.1\r\nHost: localhost\r\n"
        connection.send(Array((start + head).utf8))
        connection.finishSending()
        #expect(connection.isClosed(within: 10), "\(head.prefix(30))")
      }
    }
    let figures = try server.ask(RawRequest(path: "/metrics")).text
    #expect(figures.contains("soulad_exchange_inside 0"))
    let message = ExchangeMessage.greeting(
      replica: SigningIdentity().replica, has: VersionVector())
    let honest = RawRequest(method: "POST", path: HTTPTransport.path, body: message.encoded())
    #expect(try server.ask(honest).status == 200)
    #expect(try harness.run("dump", on: "hub").output == before)
  }

  @Test("a client that does not take its answers is cut")
  func untakenAnswers() throws {
    let lazy = try RawConnection(port: server.port)
    let request = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n"
    let wave = Array(String(repeating: request, count: 20).utf8)
    lazy.send(wave)
    Thread.sleep(forTimeInterval: 1)
    for _ in 0..<26 where !server.log.contains(where: { $0.contains("E_SLOW") }) {
      Thread.sleep(forTimeInterval: 1)
    }
    #expect(server.logs("E_SLOW"))
    try expectService("beside answers that nobody takes")
  }

  @Test("truncated bodies, wrong types and codings are refused, and nothing is stored")
  func malformed() throws {
    let before = try harness.run("dump", on: "hub").output
    let message = ExchangeMessage.greeting(
      replica: SigningIdentity().replica, has: VersionVector()
    ).encoded()
    for count in 0..<message.count {
      let body = Array(message.prefix(count)) + (count == 0 ? [0xFF] : [])
      let request = RawRequest(method: "POST", path: HTTPTransport.path, body: body)
      #expect(try server.ask(request).status == 400, "\(count)")
    }
    let packed = try #require(Gzip.packed(message + [UInt8](repeating: 7, count: 2_000)))
    for (body, coding, status) in [
      (Array(packed.prefix(20)), "gzip", 400), (message, "gzip", 400), (message, "br", 415),
    ] {
      let request = RawRequest(
        method: "POST", path: HTTPTransport.path, headers: [("Content-Encoding", coding)],
        body: body)
      #expect(try server.ask(request).status == status)
    }
    for body in ["", "{}", "[1,2", "{\"code\":1}", "\u{0}"] {
      let request = RawRequest(method: "POST", path: Enrollment.path, body: Array(body.utf8))
      #expect([400, 401].contains(try server.ask(request).status))
    }
    #expect(try harness.run("dump", on: "hub").output == before)
  }

  @Test("SQL, search syntax and path tricks in addresses are plain text or nothing")
  func injection() throws {
    let tricks = [
      "'", "\"", "';DROP TABLE change;--", "a OR 1=1", "NEAR(a b)", "a*", "^a", "col:a", "(((", ")",
      "\"a", "a AND", "NOT", "*", "-", "%00", "%ff", "%F0%9F%98%80", "{a b}", "a\\", "%25s", "$1",
    ]
    for trick in tricks {
      let text = trick.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      for path in [
        "/api/v1/search?q=\(text)", "/api/v1/search?q=a&region=\(text)",
        "/api/v1/projects?name=\(text)", "/api/v1/projects?region=\(text)",
        "/api/v1/projects?after=\(text)", "/?region=\(text)",
      ] {
        #expect([200, 400, 404].contains(try server.ask(RawRequest(path: path)).status), "\(path)")
      }
      let record = try server.ask(RawRequest(path: "/api/v1/records/\(text)")).status
      #expect([400, 404].contains(record), "\(trick)")
    }
    for path in [
      "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/api/v1/../../hub.db", "/hub.db",
      "/api/v1/records/../../hub.db", "//etc/passwd", "/style.css/../../hub.db.key", "/./",
    ] {
      #expect(try server.ask(RawRequest(path: path)).status != 200, "\(path)")
    }
    for (value, status) in [
      ("", 200), ("0", 200), ("007", 200), ("-1", 400), ("%2B5", 400), ("1e3", 400), ("+", 400),
      ("1234567890123456789", 400), ("1.0", 400),
    ] {
      let path = "/api/v1/services?capacity=\(value)"
      #expect(try server.ask(RawRequest(path: path)).status == status, "\(path)")
    }
    for name in ["limit=0", "limit=-1", "limit=a", "limit=99999999999999999999", "nic=1"] {
      #expect(try server.ask(RawRequest(path: "/api/v1/projects?\(name)")).status == 400, "\(name)")
    }
    #expect(try harness.run("verify", on: "hub").code == 0)
  }

  @Test("requests without exactly one Host and with ambiguous lengths are refused")
  func framing() throws {
    for head in [
      "GET /health HTTP/1.1\r\n", "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
      "POST /api/v1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n",
      "POST /api/v1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n",
      "POST /api/v1/exchange HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
        + "Transfer-Encoding: chunked\r\n",
      "GET /health HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n", "GARBAGE\r\n",
    ] {
      let status = try server.ask(Array((head + "\r\n").utf8)).status
      #expect(status == 400, "\(head)")
    }
  }

  @Test("an address answers other methods with 405 and says which it takes")
  func methods() throws {
    let answer = try server.ask(RawRequest(method: "DELETE", path: "/api/v1/projects"))
    #expect(answer.status == 405 && answer.text.lowercased().contains("allow: get, head"))
    #expect(try server.ask(RawRequest(method: "TRACE", path: "/")).status == 405)
  }

  @Test("a thousand connections that say nothing do not keep an honest client waiting")
  func manyConnections() throws {
    let silent = try (0..<1_000).map { _ in try RawConnection(port: server.port) }
    try expectService("beside a thousand connections")
    try expectService("and once more")
    #expect(silent.count == 1_000)
  }

  @Test("a client that asks too often is told to wait")
  func tooOften() throws {
    let strict = try RunningServer(database: newDatabase(), arguments: ["--rate", "5"])
    let statuses = try (0..<40).map { _ in try strict.ask(RawRequest(path: "/health")).status }
    #expect(statuses.first == 200 && statuses.contains(429))
  }

  private func newDatabase() throws -> String {
    try harness.make("strict", of: "Jinde")
    return harness.database("strict")
  }

  @Test("what came through a proxy is not from this machine, so it must say who it is")
  func proxied() throws {
    let request = RawRequest(path: "/api/v1/projects", headers: [("X-Forwarded-For", "192.0.2.1")])
    #expect(try server.ask(RawRequest(path: "/api/v1/projects")).status == 200)
    #expect(try server.ask(request).status == 401)
  }

  @Test("a page of somebody else's cannot use a browser of this machine to reach an open hub")
  func browsers() throws {
    let message = ExchangeMessage.greeting(
      replica: SigningIdentity().replica, has: VersionVector()
    ).encoded()
    for (origin, status) in [
      ("https://example.org", 401), ("null", 401), ("http://127.0.0.1:8080", 200),
      ("http://localhost.example.org", 401), ("http://[::1]:8080", 200),
    ] {
      let request = RawRequest(
        method: "POST", path: HTTPTransport.path, headers: [("Origin", origin)], body: message)
      #expect(try server.ask(request).status == status, "\(origin)")
    }
    for (host, status) in [
      ("example.org", 401), ("127.0.0.1.example.org", 401), ("127.0.0.1:8080", 200),
      ("LOCALHOST", 200), ("[::1]:80", 200), ("", 401),
    ] {
      let head = "GET /api/v1/projects HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n"
      #expect(try server.ask(Array(head.utf8)).status == status, "\(host)")
    }
  }

  @Test("what is refused is in the log, and whoever is refused cannot fill it")
  func log() throws {
    let request = RawRequest(path: "/api/v1/projects", headers: [("X-Forwarded-For", "192.0.2.1")])
    for _ in 0..<300 { _ = try server.ask(request) }
    _ = try server.ask(Array("GARBAGE\r\n\r\n".utf8))
    _ = try server.ask(RawRequest(path: "/metrics"))
    #expect(server.logs("E_HTTP"))
    let lines = { (code: String) in server.log.count { $0.contains(code) } }
    #expect((1...10).contains(lines("E_UNAUTHENTICATED")) && lines("E_HTTP") == 1, "\(server.log)")
    #expect(!server.log.contains { $0.contains("192.0.2.1") })
  }
}
