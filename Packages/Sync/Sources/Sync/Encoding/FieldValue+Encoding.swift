import Domain

// value = tstr / int / bool / id / [field: uint, document: id, start: uint, end: uint]
//   / simple(0), for a text that was erased
// id = bstr .size 16

extension CBORWriter {
  /// Writes a value; null for none.
  mutating func value(_ value: FieldValue?) {
    switch value {
    case nil: null()
    case .text(let text): self.text(text)
    case .integer(let number): integer(number)
    case .boolean(let truth): boolean(truth)
    case .erased: erased()
    case .reference(let id): identifier(id)
    case .source(let source):
      array(4)
      unsigned(UInt64(source.field))
      identifier(source.document)
      integer(Int64(source.range.start))
      integer(Int64(source.range.end))
    }
  }
}

extension CBORReader {
  /// Whether the next item is of a type that this version writes values in.
  func isFieldValueNext() throws(SyncError) -> Bool {
    let byte = try nextByte()
    return byte < 0x80 || byte == 0x84 || (0xF4...0xF6).contains(byte)
      || byte == CBORWriter.erasedMark
  }

  /// Reads a value; `nil` for null.
  mutating func fieldValue() throws(SyncError) -> FieldValue? {
    switch try nextType() {
    case .text: return .text(try text(upTo: SyncLimits.payloadBytes))
    case .unsigned, .negative: return .integer(try integer())
    case .bytes: return .reference(try identifier())
    case .array: return .source(try sourceReference())
    case .simple:
      if try erased() { return .erased }
      return try null() ? nil : .boolean(try boolean())
    case .map, .tag: throw failure(.wrongType)
    }
  }

  private mutating func sourceReference() throws(SyncError) -> SourceReference {
    try array(of: 4)
    let field = UInt16(try unsigned(upTo: UInt64(UInt16.max)))
    let document = try identifier()
    let start = try unsigned(upTo: UInt64(Int.max))
    let end = try unsigned(upTo: UInt64(Int.max))
    guard start <= end else { throw failure(.outOfRange) }
    return SourceReference(
      field: field, document: document, range: SourceRange(Int(start), Int(end)))
  }
}
