import Domain
import Storage
import Testing

@Suite("Conditions of questions")
struct QueryTests {
  private let office: Office

  init() throws {
    office = try Office("Liberec")
    for (name, status, start) in [
      ("Dílna", "approved", "2020-06-10"), ("Klub", "rejected", "2020-09"), ("Kurz", "", ""),
    ] {
      let fields = [("name", name), ("status", status), ("start", start)]
      _ = try office.replica.add(
        Project.kind, fields.map { FieldAssignment(field: $0.0, text: $0.1) }, author: "",
        clock: 2_000)
    }
  }

  private func names(_ column: String, _ text: String) throws -> [ViewRow.Cell] {
    let filter = RowFilter(column: column, text: text)
    return try office.replica.query(.projects, filters: [filter]).map { $0.cells[0] }
  }

  @Test("a choice is asked for by its code or its label, however typed")
  func choices() throws {
    for text in ["approved", "schválen", "SCHVALEN", " schválen "] {
      #expect(try names("status", text) == [.text("Dílna")])
    }
    #expect(throws: StorageError.self) { try names("status", "snad") }
  }

  @Test("a date is asked for as people or programs write it, or by its beginning")
  func dates() throws {
    for text in ["10. 6. 2020", "10. června 2020", "2020-06-10", "2020-06"] {
      #expect(try names("start", text) == [.text("Dílna")], "\(text)")
    }
    #expect(try names("start", "září 2020") == [.text("Klub")])
    #expect(try names("start", "2020").count == 2)
    #expect(throws: StorageError.self) { try names("start", "někdy") }
  }

  @Test("asking for nothing finds what is not stated")
  func empty() throws {
    #expect(try names("status", "") == [.text("Kurz")])
    #expect(throws: StorageError.self) { try names("colour", "x") }
  }
}
