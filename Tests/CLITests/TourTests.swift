import Foundation
import TestSupport
import Testing

@Suite("The questions of the README's tour, asked of the five samples")
struct TourTests {
  private let offices: Offices

  init() throws {
    offices = try Offices()
    try offices.run("kraj", "init", "--region", "Liberecký kraj")
    for sample in Fixtures.samples {
      try offices.run("kraj", "import", Fixtures.path(sample + ".docx"))
    }
  }

  private func texts(_ column: String, _ arguments: String...) throws -> [String] {
    let outcome = try offices.soulad.run(
      arguments + ["--db", offices.database("kraj"), "--format", "json"])
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(json as? [[String: Any]], "\(outcome)").map { row in
      row[column] as? String ?? (row[column] as? [String])?.joined(separator: "; ") ?? ""
    }
  }

  @Test("which projects for people in debt are approved, and where")
  func debts() throws {
    let question = ["query", "projects", "status=schválen", "theme=dluhy"]
    #expect(
      try texts("name", question[0], question[1], question[2], question[3]) == [
        "Žatec bez dluhů"
      ])
    #expect(try texts("region", question[0], question[1], question[2], question[3]) == ["Žatec"])
  }

  @Test("who provides field work")
  func fieldWork() throws {
    #expect(
      try Set(texts("provider", "query", "services", "serviceKind=terénní"))
        == ["Člověk v tísni, o. p. s.", "Romodrom o. p. s."])
  }

  @Test("what is due in a month")
  func deadlines() throws {
    let due = try texts("title", "query", "calendar", "date=2020-10", "what=úkol")
    #expect(due == ["Připomínky musí členové odeslat"])
    #expect(
      try texts("date", "query", "calendar", "what=ohlášené jednání", "date>=2020-10-15")
        == ["2020-12-09", "2025-01/2025-06"])
  }

  @Test("whether Chomutov met as often as it promised")
  func promise() throws {
    let question = ["query", "commitments", "atLeast=4", "per=year"]
    #expect(
      try texts("activity", question[0], question[1], question[2], question[3]) == [
        "Lokální partnerství"
      ])
    let years = try texts("recorded", question[0], question[1], question[2], question[3])
    #expect(years.first?.hasPrefix("2022: 0; 2023: 0; 2024: 0") == true)
  }

  @Test("where anyone mentioned housing first")
  func housingFirst() throws {
    let regions = try texts("region", "search", "\"housing first\"")
    #expect(Set(regions) == ["Liberec", "Žatec"] && regions.count == 3)
  }
}
