internal import CSQLite
import Domain

extension Connection {
  /// Teaches this connection to sort and compare as Czech readers do. Questions use it; nothing in
  /// the file's schema does, so that every other tool can open the file.
  ///
  /// - `COLLATE czech`: the order of ČSN 97 6030.
  /// - `written_by_soulad()`: the permission to write, see ``WriteGuards``.
  /// - `unpacked_length(bytes)`: the length of what ``Packing`` made of bytes.
  /// - `holds(text, folded)`: whether the folded text contains the folded words.
  func learnCzech() {
    sqlite3_create_collation_v2(
      handle, "czech", SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        // SQLite passes two buffers of these lengths, which live during the call.
        let left = UnsafeRawBufferPointer(start: left, count: Int(leftCount))
        let right = UnsafeRawBufferPointer(start: right, count: Int(rightCount))
        return Int32(
          CzechCollation.compare(
            left.assumingMemoryBound(to: UInt8.self), right.assumingMemoryBound(to: UInt8.self)
          ).signum())
      }, nil)
    // Innocuous, so that triggers may call it although the schema is not trusted.
    sqlite3_create_function_v2(
      handle, WriteGuards.function, 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, nil,
      { context, _, _ in sqlite3_result_int(context, 1) }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "unpacked_length", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nil,
      { context, _, values in
        let start = sqlite3_value_blob(values?[0])
        let count = Int(sqlite3_value_bytes(values?[0]))
        let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
        sqlite3_result_int64(context, Int64(Packing.size(of: bytes) ?? count))
      }, nil, nil, nil)
    sqlite3_create_function_v2(
      handle, "holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nil,
      { context, count, values in
        guard count == 2, let text = bytes(values?[0]), let wanted = bytes(values?[1]) else {
          return sqlite3_result_int(context, 0)
        }
        let folded = Folding.fold(Array(text))
        sqlite3_result_int(context, contains(folded, wanted) ? 1 : 0)
      }, nil, nil, nil)
  }
}

/// The text of a value, valid during the call of a function; `nil` for NULL.
private func bytes(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8>? {
  guard let start = sqlite3_value_text(value) else { return nil }
  return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
}

private func contains(_ text: [UInt8], _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = wanted.first else { return true }
  guard text.count >= wanted.count else { return false }
  for place in 0...(text.count - wanted.count) where text[place] == first {
    if text[place..<(place + wanted.count)].elementsEqual(wanted) { return true }
  }
  return false
}
