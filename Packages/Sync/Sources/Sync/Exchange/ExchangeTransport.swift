/// A way to say something to another replica and to hear its answer.
public protocol ExchangeTransport: Sendable {
  /// Sends a message and returns the answer.
  /// - Throws: whatever keeps the transport from getting an answer.
  func send(_ message: ExchangeMessage) async throws -> ExchangeMessage
}

/// A transport within one program, for tests and for two files on one machine.
///
/// Messages go through their bytes, as they would over a wire.
public struct InMemoryTransport: ExchangeTransport {
  private let answer: @Sendable (ExchangeMessage) async throws -> ExchangeMessage

  /// Creates a transport to somebody who answers so.
  public init(answer: @escaping @Sendable (ExchangeMessage) async throws -> ExchangeMessage) {
    self.answer = answer
  }

  /// Hands the message over and returns the answer.
  public func send(_ message: ExchangeMessage) async throws -> ExchangeMessage {
    let heard = try ExchangeMessage(decoding: message.encoded())
    return try ExchangeMessage(decoding: try await answer(heard).encoded())
  }
}
