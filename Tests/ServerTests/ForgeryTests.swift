import Domain
import Foundation
import Sync
import SyncHTTP
import TestSupport
import Testing

@Suite("Forged and replayed requests")
struct ForgeryTests {
  private let harness: HubHarness
  private let server: RunningServer
  private let identity: SigningIdentity
  private let hub: String

  init() throws {
    harness = try HubHarness()
    server = try harness.start()
    try harness.enroll("most", of: "Most", at: server)
    identity = try harness.identity("most")
    hub = try harness.hub().description
  }

  private var greeting: RawRequest {
    let message = ExchangeMessage.greeting(replica: identity.replica, has: VersionVector())
    return RawRequest(
      method: "POST", path: HTTPTransport.path,
      headers: [("Content-Type", HTTPTransport.contentType)], body: message.encoded())
  }

  @Test("a signed request is answered once; the very same bytes are refused")
  func replay() throws {
    let request = try greeting.signed(by: identity, for: hub)
    #expect(try server.ask(request).status == 200)
    let again = try server.ask(request)
    #expect(again.status == 401 && again.text.contains("E_REPLAY"), "\(again.text)")
  }

  @Test("a key that nobody enrolled, another hub and a changed body, path or time are refused")
  func forgery() throws {
    let stranger = SigningIdentity()
    #expect(try code(greeting.signed(by: stranger, for: hub)) == "E_UNKNOWN_KEY")
    #expect(
      try code(greeting.signed(by: identity, for: stranger.replica.description)) == "E_SIGNATURE")
    var changed = try greeting.signed(by: identity, for: hub)
    changed.body[changed.body.count - 1] ^= 1
    #expect(try code(changed) == "E_BATCH_HASH")
    var moved = try greeting.signed(by: identity, for: hub)
    moved.path += "?lang=en"
    #expect(try code(moved) == "E_SIGNATURE")
    let late = try greeting.signed(by: identity, for: hub, at: Date(timeIntervalSinceNow: -301))
    #expect(try code(late) == "E_CLOCK")
    let early = try greeting.signed(by: identity, for: hub, at: Date(timeIntervalSinceNow: 330))
    #expect(try code(early) == "E_CLOCK")
  }

  @Test("no changed byte of the signature headers lets anybody in")
  func mutatedHeaders() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<8 {
      var request = try greeting.signed(by: identity, for: hub)
      let place = Int.random(in: 1..<request.headers.count, using: &generator)
      var value = Array(request.headers[place].value.utf8)
      let byte = Int.random(in: 0..<value.count, using: &generator)
      value[byte] = value[byte] == UInt8(ascii: "a") ? UInt8(ascii: "b") : UInt8(ascii: "a")
      request.headers[place].value = String(decoding: value, as: UTF8.self)
      let status = try server.ask(request).status
      #expect(status == 401 || status == 400, "\(request.headers[place])")
    }
  }

  @Test("whoever guesses tokens is sent away after ten tries in a minute")
  func guessing() throws {
    var statuses: [Int] = []
    for number in 0..<12 {
      let token = "soulad_\(number)_\(String(repeating: "0", count: 52))"
      statuses.append(
        try server.ask(
          RawRequest(
            path: "/api/v1/projects", headers: [("Authorization", "Bearer \(token)")])
        ).status)
    }
    #expect(statuses == Array(repeating: 401, count: 10) + [429, 429])
  }

  @Test("whoever guesses codes of invitations is sent away after ten tries in a minute")
  func guessingCodes() throws {
    let stranger = SigningIdentity()
    var statuses: [Int] = []
    for number in 0..<12 {
      let key = Data(stranger.publicKey).base64EncodedString()
      let body = "{\"code\":\"AAAA-\(number)\",\"publicKey\":\"\(key)\",\"region\":\"Most\"}"
      let request = RawRequest(method: "POST", path: Enrollment.path, body: Array(body.utf8))
      statuses.append(
        try server.ask(request.signed(by: stranger, for: RequestSignature.enrollment)).status)
    }
    #expect(statuses == Array(repeating: 403, count: 10) + [429, 429])
    // An office with good credentials at the same address is not kept out.
    #expect(try server.ask(greeting.signed(by: identity, for: hub)).status == 200)
  }

  @Test("a clock that is off is set right by the client, and the exchange goes through")
  func skewedClock() async throws {
    let credentials = HubCredentials(identity: identity, hub: try harness.hub())
    let transport = try HTTPTransport(url: server.url, credentials: credentials) {
      Int64(Date().timeIntervalSince1970) - 86_400
    }
    let answer = try await transport.send(
      .greeting(replica: identity.replica, has: VersionVector()))
    guard case .delivery = answer else {
      Issue.record("\(answer)")
      return
    }
  }

  @Test("a log that is internal to a region is not taken, even from that region")
  func internalLog() throws {
    let hidden = SigningIdentity()
    let introduction = ReplicaIntroduction(
      publicKey: hidden.publicKey, region: "Most", label: "", office: identity.replica)
    let change = try hidden.seal(
      ChangeDraft(
        timestamp: HybridTimestamp(milliseconds: 1_700_000_000_000),
        dependencies: VersionVector(), origin: .person(name: ""), edits: [],
        introduction: introduction), after: nil)
    let segment = LogSegment(
      replica: hidden.replica, firstSequence: 1, changes: [change.sealed],
      signature: change.signature)
    let bundle = Bundle(
      sender: identity.replica, has: VersionVector(), isComplete: true, segments: [segment])
    let request = RawRequest(
      method: "POST", path: HTTPTransport.path, body: ExchangeMessage.delivery(bundle).encoded())
    let answer = try server.ask(request.signed(by: identity, for: hub))
    #expect(answer.status == 200 && answer.text.contains("\(hidden.replica);E_INTERNAL"))
    let known = try harness.run("sql", "SELECT count(*) FROM replica", on: "hub").output
    #expect(known.contains("1"), "\(known)")
  }

  private func code(_ request: RawRequest) throws -> String {
    let text = try server.ask(request).text
    let start = text.firstRange(of: "\"code\":\"")?.upperBound ?? text.endIndex
    return String(text[start...].prefix { $0 != "\"" })
  }
}
