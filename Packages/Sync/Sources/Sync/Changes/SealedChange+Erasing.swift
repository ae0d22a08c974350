public import Domain

extension SealedChange {
  /// The change without the words that it writes to a record; `nil` when there are none, or none
  /// any more. What it does with them, its hash and all signatures stay.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG` for a change that does not open.
  public func erasingWords(of record: RecordID) throws(SyncError) -> SealedChange? {
    guard let place = try wordsPlace(of: record) else { return nil }
    return try erasing([place])
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
  /// The texts that the edit brings: values, and what comes into texts, all in one; none when they
  /// were erased.
  public var words: [String] {
    let content = content
    return content.values
      + (content.scalars.isEmpty ? [] : [TextScalars.string(content.scalars[...])])
  }
}
