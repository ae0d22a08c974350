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

  /// Makes the call, in the steps in which the program makes it.
  func make() throws {
    var course = ExchangeCourse(of: caller.id)
    var step = try course.step(after: nil, at: caller)
    var messages = 0
    while case .send(let message) = step {
      messages += 1
      let answer: ExchangeMessage
      do {
        answer = try self.answer(message)
      } catch let error as SyncError where error.code == .fork {
        step = try course.step(afterFork: error, at: caller)
        continue
      }
      // Half of the breaks come after the hub has heard the message.
      if let breaks, messages >= breaks { throw LineBroke() }
      step = try course.step(after: answer, at: caller)
    }
  }

  private func answer(_ message: ExchangeMessage) throws -> ExchangeMessage {
    let heard = try ExchangeMessage(decoding: message.encoded())
    if isEchoing { _ = try hub.answer(heard) }
    return try ExchangeMessage(decoding: hub.answer(heard).encoded())
  }
}
