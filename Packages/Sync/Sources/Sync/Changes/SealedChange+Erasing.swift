public import Domain

extension SealedChange {
  /// The change without the words that it writes to a record; `nil` when there are none, or none
  /// any more. What it does with them, its hash and all signatures stay.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG` for a change that does not open.
  public func erasingWords(of record: RecordID) throws(SyncError) -> SealedChange? {
    guard let place = try wordsPlace(of: record) else { return nil }
    return try erasing([place])
  }

  /// The change without any content; its hash is the same.
  /// - Throws: see ``erasingWords(of:)``.
  public func erasingAll() throws(SyncError) -> SealedChange {
    try erasing(Set(payloads.indices))
  }

  /// Whether words are there that it writes to a record.
  /// - Throws: see ``erasingWords(of:)``.
  public func hasWords(of record: RecordID) throws(SyncError) -> Bool {
    try wordsPlace(of: record) != nil
  }

  /// Where the words stand that it writes to a record.
  private func wordsPlace(of record: RecordID) throws(SyncError) -> Int? {
    for place in payloads.indices.dropFirst() {
      guard let bytes = payloads[place].content,
        case .edit(let edit) = try PayloadCodec.part(from: bytes), edit.record == record
      else { continue }
      let isThere = place + 1 < payloads.count && payloads[place + 1].content != nil
      return edit.hasContent && isThere ? place + 1 : nil
    }
    return nil
  }
}

extension RecordEdit {
  /// The words that the edit of a change brings: values, and what comes into texts; none when they
  /// were erased.
  public func words(of dot: Dot) -> [WrittenWords] {
    operations.compactMap { operation in
      switch operation {
      case .assign(let field, .text(let text), _):
        return WrittenWords(dot: dot, field: field, text: text, isPart: false)
      case .text(let field, let edit) where edit.carried.contains { $0 != TextEdit.erased }:
        let text = TextScalars.string(edit.carried[...])
        return WrittenWords(dot: dot, field: field, text: text, isPart: true)
      default: return nil
      }
    }
  }
}
