import Domain
import Sync
import Testing

@Suite("An exchange, seen by the side that calls")
struct ExchangeSessionTests {
  private func exchange(
    _ caller: inout LogKeeper, with answerer: LogKeeper
  ) async throws -> ExchangeSession.Report {
    let host = AnsweringHost(answerer)
    let transport = InMemoryTransport { try await host.answer($0) }
    let report = try await caller.exchange(over: transport)
    #expect(await host.keeper.known == caller.known || !report.isComplete)
    return report
  }

  @Test("Both sides have the same in the end", arguments: [1, 3, 100])
  func bothSides(limit: Int) async throws {
    var caller = try LogKeeper(1, changes: 7, limit: limit)
    let report = try await exchange(&caller, with: LogKeeper(2, changes: 5, limit: limit))
    #expect(report.isComplete)
    #expect(report.received == 5 && report.sent == 7)
    #expect(caller.known.entries.count == 2)
  }

  @Test("An exchange with nothing new is one greeting")
  func nothingNew() async throws {
    var caller = try LogKeeper(1, changes: 2, limit: 9)
    let report = try await exchange(&caller, with: caller)
    #expect(report.isComplete && report.messages == 1)
    #expect(report.received == 0 && report.sent == 0)
  }

  @Test("A third replica's changes are carried")
  func carrying() async throws {
    var courier = try LogKeeper(1, changes: 1, limit: 9)
    _ = try await exchange(&courier, with: LogKeeper(3, changes: 4, limit: 9))
    let report = try await exchange(&courier, with: LogKeeper(2, changes: 1, limit: 9))
    #expect(report.sent == 5 && report.isComplete)
  }

  @Test("A peer that never takes anything, or never ends, is left")
  func stubbornPeers() async throws {
    var caller = try LogKeeper(1, changes: 2, limit: 9)
    let deaf = InMemoryTransport { message in
      guard case .greeting = message else { return .acknowledgement(has: VersionVector()) }
      return .delivery(
        Bundle(sender: .example(2), has: VersionVector(), isComplete: true, segments: []))
    }
    #expect(try await !caller.exchange(over: deaf).isComplete)
    let endless = InMemoryTransport { _ in
      .delivery(
        Bundle(sender: .example(2), has: VersionVector(), isComplete: false, segments: []))
    }
    #expect(try await caller.exchange(over: endless).messages == 1)
  }

  @Test("An answer out of turn ends the exchange")
  func outOfTurn() throws {
    var session = ExchangeSession(replica: .example(1))
    _ = try session.handle(.started(has: VersionVector()))
    #expect(throws: SyncError(.format, place: "exchange:turn")) {
      try session.handle(.received(.acknowledgement(has: VersionVector())))
    }
    #expect(throws: SyncError.self) { try session.handle(.started(has: VersionVector())) }
  }

  @Test("Messages come back as they were")
  func messages() throws {
    let has = VersionVector(.example(1, 3), .example(2, 400))
    let messages: [ExchangeMessage] = [
      .greeting(replica: .example(1), has: has), .acknowledgement(has: has),
      .delivery(Bundle(sender: .example(1), has: has, isComplete: true, segments: [])),
    ]
    for message in messages {
      let bytes = message.encoded()
      #expect(try ExchangeMessage(decoding: bytes) == message)
      #expect(throws: SyncError.self) { try ExchangeMessage(decoding: bytes + [0]) }
      #expect(throws: SyncError.self) { try ExchangeMessage(decoding: bytes.dropLast()) }
    }
  }
}
