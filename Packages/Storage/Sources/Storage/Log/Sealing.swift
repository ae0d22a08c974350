import Dispatch
import Sync
import Synchronization

/// Makes the bytes of changes: those of large ones on another core, while they are merged.
///
/// Final class because a connection has one, with the queue of its changes.
final class Sealing {
  /// A change as a row of the log has it.
  struct Row: Sendable {
    let change: LocalChange
    /// Its bytes as the log keeps them.
    let content: ChangeContent
  }

  /// A change whose bytes are made now or later.
  enum Begun {
    case ahead(Ahead<Row>)
    case later(UnsealedChange, SigningIdentity, LogPacker)

    /// The change with its bytes.
    func finish() throws -> Row {
      switch self {
      case .ahead(let row): try row.value
      case .later(let change, let key, let packer): try packer.row(of: change, by: key)
      }
    }
  }

  /// The packer, which one thread uses at a time.
  final class LogPacker: Sendable {
    private let packer = Mutex(Packer())

    func row(of change: UnsealedChange, by key: SigningIdentity) throws -> Row {
      let sealed = try change.sealed(by: key)
      let content = packer.withLock { ChangeContent(sealed.sealed, of: sealed.change, by: $0) }
      return Row(change: sealed, content: content)
    }
  }

  /// Waking another core costs as much as sealing a few edits.
  private static let leastEdits = 12

  private let packer = LogPacker()
  private let queue = DispatchQueue(label: "soulad.sealing")

  /// Begins to make the bytes of a change.
  func begin(_ change: UnsealedChange, by key: SigningIdentity) -> Begun {
    guard change.change.edits.count >= Self.leastEdits else {
      return .later(change, key, packer)
    }
    return .ahead(Ahead(on: queue) { [packer] in try packer.row(of: change, by: key) })
  }
}
