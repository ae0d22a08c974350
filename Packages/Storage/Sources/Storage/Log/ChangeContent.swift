import Domain
import Sync

/// The bytes of a change as its row in the log has them: packed, and the text of a document that it
/// wrote beside them, where any tool can read it. Questions are asked of that text too, so that the
/// file has it once.
struct ChangeContent: Sendable {
  /// The bytes, without the text if there is one.
  let packed: [UInt8]
  /// The text.
  let text: String?

  /// The columns that it is kept in.
  static let columns = "change.sealed, change.text"

  /// Reads ``columns``, the first of which is at a place.
  init(_ row: Row, _ column: Int) {
    packed = row.blob(column)
    text = row.text(column + 1)
  }

  /// Bytes without a text, packed or not.
  init(_ packed: [UInt8]) {
    self.packed = packed
    text = nil
  }

  /// Packs the bytes of a change.
  init(_ sealed: SealedChange, of change: Change, by packer: Packer) {
    let bytes = sealed.encoded()
    if let text = change.documentText, let packed = packer.pack(bytes, without: text) {
      self.packed = packed
      self.text = text
    } else {
      packed = packer.pack(bytes)
      text = nil
    }
  }

  /// The bytes that were signed.
  func sealed(of replica: ReplicaID) throws(StorageError) -> SealedChange {
    do {
      return try SealedChange(decoding: Packing.unpack(packed, with: text))
    } catch {
      throw StorageError.damaged(place: "change/\(replica)")
    }
  }
}

extension Change {
  /// The text of the first document that the change gives one.
  var documentText: String? {
    for edit in edits where edit.kind == ImportedDocument.kind.id {
      for case .assign(ImportedDocument.text.id, .text(let text), _) in edit.operations {
        return text
      }
    }
    return nil
  }
}
