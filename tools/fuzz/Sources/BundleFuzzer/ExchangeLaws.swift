import Crypto
import Domain

@testable import Sync

/// What holds for whatever comes from another replica.
enum ExchangeLaws {
  /// A bundle that is read is written as it came; its changes can be applied, and what they make is
  /// stored and read again as it was.
  static func check(body: [UInt8]) {
    guard let bundle = try? Bundle(decoding: framed(body)) else { return }
    precondition(try! Bundle(decoding: bundle.encoded()) == bundle, "a bundle changes when copied")
    _ = try? bundle.checkpoint?.verified()
    for segment in bundle.segments {
      _ = try? SegmentVerifier.verify(segment, head: nil, publicKey: nil)
      var states: [RecordID: RecordState] = [:]
      for (place, sealed) in segment.changes.enumerated() {
        guard let change = try? Change(opening: sealed, at: segment.dot(at: place)) else {
          continue
        }
        for edit in change.edits {
          states[edit.record, default: RecordState(kind: edit.kind)]
            .apply(edit, in: change.context)
        }
      }
      for state in states.values { check(state) }
    }
  }

  /// A state that is read can be written and read again.
  static func check(state bytes: [UInt8]) {
    guard let state = try? RecordState(decoding: bytes) else { return }
    check(state)
  }

  private static func check(_ state: RecordState) {
    let bytes = state.encoded()
    guard let stored = try? RecordState(decoding: bytes) else {
      preconditionFailure("a state that was written cannot be read")
    }
    precondition(stored.encoded() == bytes, "a state changes when stored")
    _ = state.conflictedFields.map { state.register($0)?.competing }
  }

  private static func framed(_ body: [UInt8]) -> [UInt8] {
    var bytes = Bundle.magic + [1]
    withUnsafeBytes(of: UInt64(body.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes += body
    return bytes + SHA256.hash(data: bytes)
  }
}
