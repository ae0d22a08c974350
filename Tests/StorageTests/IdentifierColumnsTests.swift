import Domain
import TestSupport
import Testing

@testable import Storage

@Suite("Identifiers as two integers")
struct IdentifierColumnsTests {
  private let connection: Connection

  init() throws {
    connection = try Connection(path: "", mode: .creating)
    try connection.execute(
      "CREATE TABLE record (number INTEGER PRIMARY KEY, kind, visible, high INTEGER, low INTEGER)")
    try connection.execute(IdentifierColumns.view)
  }

  private static let all: [RecordID] = {
    var generator = SeededGenerator(seed: 7)
    let edges: [UInt64] = [0, 1, 15, 16, 1 << 59, 1 << 60, 1 << 63 - 1, 1 << 63, .max - 1, .max]
    return edges.flatMap { high in edges.map { RecordID(high: high, low: $0) } }
      + (0..<200).map { _ in RecordID.random(using: &generator) }
  }()

  @Test("come back from the columns, and their text is computed as they write it")
  func roundTrip() throws {
    for id in Self.all {
      try connection.run("INSERT INTO record (high, low) VALUES (?, ?)", with: id.columns)
    }
    let found = try connection.rows(
      "SELECT high, low, id FROM identifiedRecord ORDER BY number"
    ) { row in (RecordID(row, high: 0, low: 1), row.text(2)) }
    #expect(found.map(\.0) == Self.all)
    #expect(found.map(\.1) == Self.all.map(\.description))
    let sorted = try connection.rows(
      "SELECT id FROM identifiedRecord ORDER BY high, low"
    ) { $0.text(0) }
    #expect(sorted == Self.all.map(\.description).sorted())
  }

  @Test("are read from their text as older files have it")
  func reading() throws {
    for id in Self.all {
      let found = try connection.first(
        """
        SELECT \(IdentifierColumns.high(of: "text")), \(IdentifierColumns.low(of: "text"))
        FROM (SELECT ? AS text)
        """, .text(id.description)
      ) { RecordID($0, high: 0, low: 1) }
      #expect(found == id)
    }
  }

  @Test("have the range of each prefix of their text")
  func prefixes() throws {
    for id in Self.all {
      for length in 1...26 {
        let range = try #require(RecordID.range(ofPrefix: String(id.description.prefix(length))))
        #expect(range.contains(id))
        #expect(length < 26 || range == id...id)
      }
    }
    for wrong in ["", "8", "u", "4o", "4-", String(repeating: "0", count: 27)] {
      #expect(RecordID.range(ofPrefix: wrong) == nil, "\(wrong)")
    }
  }
}
