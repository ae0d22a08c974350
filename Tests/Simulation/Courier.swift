import Storage
import Sync
import TestSupport

/// A stick with a bundle on its way from one office to another; it may arrive late, twice, damaged,
/// or somewhere else.
struct Courier {
  let from: String
  let bytes: [UInt8]

  /// The bundle as it arrives after an accident.
  func damaged(using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    if Bool.random(using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    } else {
      bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
    }
    return bytes
  }
}

/// A call from one database to another over a line that breaks and says things twice.
struct Call {
  let caller: Replica
  let hub: Replica
  /// After how many messages the line breaks; `nil` for a good line.
  let breaks: Int?
  /// Whether each message arrives twice.
  let isEchoing: Bool

  struct LineBroke: Error {}

  /// Makes the call, and once more after a fork that the hub left out was mended.
  func make() throws {
    let former = caller.id
    do {
      guard try exchange().ownUntaken > 0 else { return }
    } catch let error as SyncError where error.code == .fork && error.replica == former {}
    var vector = try caller.versionVector()
    vector[former] = 0
    try caller.apply(hub.bundle(lackedBy: vector))
    if caller.id != former { _ = try exchange() }
  }

  private func exchange() throws -> ExchangeSession.Report {
    var session = ExchangeSession(replica: caller.id)
    let own = caller.id
    var messages = 0
    var hasAsked = false
    var action = try session.handle(.started(has: caller.versionVector()))
    while true {
      switch action {
      case .send(let message):
        messages += 1
        let answer = try answer(message)
        // Half of the breaks come after the hub has heard the message.
        if let breaks, messages >= breaks { throw LineBroke() }
        action = try session.handle(.received(answer))
      case .apply(let bundle):
        if !hasAsked, let has = try caller.doubt(about: bundle) {
          hasAsked = true
          action = try session.handle(.doubted(has))
          continue
        }
        try caller.apply(bundle)
        action = try session.handle(.applied(has: caller.versionVector()))
      case .offer(let vector):
        action = try session.handle(.offered(caller.bundle(lackedBy: vector)))
      case .finish(let report):
        if let peer = report.peer, caller.id == own {
          try caller.confirm(report.ownTaken, by: peer)
        }
        return report
      }
    }
  }

  private func answer(_ message: ExchangeMessage) throws -> ExchangeMessage {
    let heard = try ExchangeMessage(decoding: message.encoded())
    if isEchoing { _ = try reply(to: heard) }
    return try ExchangeMessage(decoding: try reply(to: heard).encoded())
  }

  private func reply(to message: ExchangeMessage) throws -> ExchangeMessage {
    switch message {
    case .greeting(_, let has):
      return .delivery(try hub.bundle(lackedBy: has, limit: Replica.messageLimit))
    case .delivery(let bundle):
      try hub.apply(bundle)
      return .acknowledgement(has: try hub.versionVector())
    case .acknowledgement:
      return .acknowledgement(has: try hub.versionVector())
    }
  }
}
