import Domain

/// Writes and reads the places that prove records.
struct EvidenceTable {
  private static let row = "INTO proof (record, back, places) VALUES (?1, ?1 - ?2, ?3)"
  /// For a record without a row SQLite keeps no copies of pages.
  private static let insertion = "INSERT \(row)"
  private static let replacement = "INSERT OR REPLACE \(row)"

  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// Makes these the places that prove a record; what a document said before and still says stays.
  func replace(
    _ places: [SourceReference], of record: Int64, isNew: Bool, _ numbers: inout RecordNumbers
  ) throws {
    var known = isNew ? [:] : try proofs(of: record)
    var rest = places.sorted()[...]
    while let document = rest.first?.document {
      let end = rest.firstIndex { $0.document != document } ?? rest.endIndex
      let (number, encoded) = (try numbers.number(of: document), Self.encoded(rest[..<end]))
      if known.removeValue(forKey: number) != encoded {
        try connection.run(
          isNew ? Self.insertion : Self.replacement, .integer(record), .integer(number),
          .text(encoded))
      }
      rest = rest[end...]
    }
    for document in known.keys { try remove(record, document) }
  }

  /// Makes other places than before prove a record. Only documents that say something else are
  /// looked at: an organisation may be proved by thousands.
  /// - Returns: The documents that said nothing of the record before; `nil` where one says nothing
  ///   of it any more.
  func change(
    from before: [SourceReference], to places: [SourceReference], of record: Int64,
    _ numbers: inout RecordNumbers
  ) throws -> Set<Int64>? {
    let known = Set(before)
    let kept = Set(places)
    let changed = Set(
      places.filter { !known.contains($0) }.map(\.document)
        + before.filter { !kept.contains($0) }.map(\.document))
    var added: Set<Int64>? = []
    for document in changed.sorted() {
      let number = try numbers.number(of: document)
      let said = places.filter { $0.document == document }.sorted()
      if said.isEmpty {
        added = nil
        try remove(record, number)
        continue
      }
      if !before.contains(where: { $0.document == document }) { added?.insert(number) }
      try connection.run(
        Self.replacement, .integer(record), .integer(number), .text(Self.encoded(said[...])))
    }
    return added
  }

  private func remove(_ record: Int64, _ document: Int64) throws {
    try connection.run(
      "DELETE FROM proof WHERE record = ?1 AND back = ?1 - ?2", .integer(record),
      .integer(document))
  }

  /// What the table has of a record, by the numbers of documents.
  private func proofs(of record: Int64) throws -> [Int64: String] {
    let rows = try connection.rows(
      "SELECT document, places FROM proof WHERE record = ?", [.integer(record)]
    ) { ($0.integer(0), $0.text(1) ?? "") }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }

  /// The places of one document as the table has them.
  private static func encoded(_ places: ArraySlice<SourceReference>) -> String {
    places.flatMap { place in
      [Int(place.field), place.range.start, place.range.count].map(String.init)
    }.joined(separator: ",")
  }

  /// A place that proves a field, within a document that is known.
  struct Place {
    let field: UInt16
    let range: SourceRange
  }

  /// The places of a row in their order; what ``replace(_:of:isNew:_:)`` did not write is left out.
  static func places(_ row: Row, _ column: Int) -> [Place] {
    let numbers = row.withBytes(column) { Self.numbers(in: $0) }
    return stride(from: 0, to: numbers.count - 2, by: 3).compactMap { place in
      let (end, overflows) = numbers[place + 1].addingReportingOverflow(numbers[place + 2])
      guard numbers[place + 2] >= 0, !overflows else { return nil }
      return Place(
        field: UInt16(clamping: numbers[place]), range: SourceRange(numbers[place + 1], end))
    }
  }

  private static func numbers(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var numbers: [Int] = []
    var number: Int?
    for byte in bytes {
      if byte &- UInt8(ascii: "0") < 10 {
        number = (number ?? 0) &* 10 &+ Int(byte &- UInt8(ascii: "0"))
      } else if let whole = number {
        numbers.append(whole)
        number = nil
      }
    }
    if let number { numbers.append(number) }
    return numbers
  }
}
