import NIOCore
import Synchronization

/// The open connections, so that their number stays within bounds: when there are too many, those
/// that wait for a request longest are closed first.
///
/// Final class because all connections share it.
final class ConnectionRegistry: Sendable {
  private struct State {
    var open: Set<ObjectIdentifier> = []
    /// Idle connections by when they became idle; the oldest has the smallest number.
    var idle: [ObjectIdentifier: (since: UInt64, channel: any Channel)] = [:]
    var clock: UInt64 = 0
    var refused = 0
  }

  private let state = Mutex(State())
  private let most: Int

  init(most: Int) { self.most = most }

  /// How many connections are open, and how many were closed to make room.
  var load: (open: Int, refused: Int) { state.withLock { ($0.open.count, $0.refused) } }

  /// Takes note of a new connection; returns one that must be closed to make room.
  func opened(_ channel: any Channel) -> (any Channel)? {
    state.withLock { state in
      let own = ObjectIdentifier(channel)
      guard state.open.count >= most else {
        state.open.insert(own)
        return nil
      }
      state.refused += 1
      guard let oldest = state.idle.min(by: { $0.value.since < $1.value.since }) else {
        return channel
      }
      state.idle[oldest.key] = nil
      state.open.remove(oldest.key)
      state.open.insert(own)
      return oldest.value.channel
    }
  }

  /// Takes note that a connection waits for a request.
  func idle(_ channel: any Channel) {
    state.withLock { state in
      state.clock += 1
      guard state.open.contains(ObjectIdentifier(channel)) else { return }
      state.idle[ObjectIdentifier(channel)] = (state.clock, channel)
    }
  }

  /// Takes note that a connection has a request.
  func busy(_ channel: any Channel) {
    state.withLock { $0.idle[ObjectIdentifier(channel)] = nil }
  }

  /// Takes note that a connection is gone.
  func closed(_ channel: any Channel) {
    state.withLock { state in
      state.idle[ObjectIdentifier(channel)] = nil
      state.open.remove(ObjectIdentifier(channel))
    }
  }
}
