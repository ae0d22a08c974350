import Foundation
import TestSupport
import Testing

/// Databases of several offices in one folder, worked on with the real program.
struct Offices {
  let folder: TemporaryFolder
  let soulad = Tool("soulad")

  init() throws { folder = try TemporaryFolder() }

  func database(_ name: String) -> String { folder.path("\(name).db") }

  /// Runs a command on an office's database and expects it to succeed.
  @discardableResult
  func run(
    _ office: String, _ arguments: String..., input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try soulad.run(
      arguments + ["--db", database(office)], input: input)
    #expect(outcome.code == 0, "\(outcome.message)", sourceLocation: sourceLocation)
    return outcome.output
  }

  /// The rows of an answer as JSON.
  func rows(_ office: String, _ arguments: String...) throws -> [[String: Any]] {
    let outcome = try soulad.run(
      arguments + ["--db", database(office), "--format", "json"])
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(json as? [[String: Any]])
  }

  /// Makes the databases of the three offices and imports the samples, as DOCX or as text.
  func importSamples(_ type: String) throws {
    let shares = [
      "liberec": ["liberec-2017-08-30", "liberec-2020-10-14", "liberecky-kraj-2024-11-07"],
      "zatec": ["zatec-2020-06-10"], "chomutov": ["chomutov-2022-04-19"],
    ]
    let names = ["liberec": "Liberec", "zatec": "Žatec", "chomutov": "Chomutov"]
    for (office, samples) in shares.sorted(by: { $0.key < $1.key }) {
      try run(office, "init", "--region", names[office] ?? "")
      for sample in samples { try run(office, "import", Fixtures.path("\(sample).\(type)")) }
    }
  }
}
