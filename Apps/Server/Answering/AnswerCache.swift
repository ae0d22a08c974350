import NIOCore
import Synchronization

/// Answers as they were given since changes last came in, so that what many ask is worked out once.
///
/// Final class because all requests share it.
final class AnswerCache: Sendable {
  /// An answer that can be given again.
  struct Entry: Sendable {
    /// The body.
    let body: ByteBuffer
    /// Further headers.
    let headers: [(name: String, value: String)]
  }

  /// The bytes of an answer that is kept.
  private static let mostEntryBytes = 256 << 10

  private struct State {
    var generation: UInt64 = 0
    var entries: [String: Entry] = [:]
    var bytes = 0
  }

  private let state = Mutex(State())
  private let mostBytes: Int

  /// Whether anything is kept at all.
  var keepsAny: Bool { mostBytes > 0 }

  /// - Parameter mostBytes: The bytes that are kept; 0 keeps nothing.
  init(mostBytes: Int) { self.mostBytes = mostBytes }

  /// The answer to a question, as long as nothing came in since.
  func entry(for question: String, at generation: UInt64) -> Entry? {
    state.withLock { $0.generation == generation ? $0.entries[question] : nil }
  }

  /// Keeps an answer that was worked out at a generation.
  func keep(_ entry: Entry, for question: String, at generation: UInt64) {
    let size = entry.body.readableBytes + question.utf8.count + 256
    guard size <= min(Self.mostEntryBytes, mostBytes) else { return }
    state.withLock { state in
      if state.generation != generation || state.bytes + size > mostBytes {
        state = State(generation: generation)
      }
      guard state.entries.updateValue(entry, forKey: question) == nil else { return }
      state.bytes += size
    }
  }
}
