import Foundation
import TestSupport
import Testing

@Suite("soulad extract")
struct ExtractTests {
  private let folder: TemporaryFolder
  private let soulad = Tool("soulad")

  init() throws { folder = try TemporaryFolder() }

  /// The record of a file without what names its file or points into it.
  private func record(_ name: String) throws -> NSDictionary {
    let said = try soulad.run(["extract", Fixtures.path(name), "--format", "json"])
    #expect(said.code == 0, "\(said.message)")
    let json = try JSONSerialization.jsonObject(with: Data(said.output.utf8))
    return try #require(ExtractTests.withoutPlaces(json) as? NSDictionary)
  }

  private static func withoutPlaces(_ json: Any) -> Any {
    switch json {
    case let object as [String: Any]:
      let places: Set<String> = ["evidence", "document", "file", "block", "source"]
      return object.filter { !places.contains($0.key) }.mapValues(withoutPlaces)
    case let array as [Any]: return array.map(withoutPlaces)
    default: return json
    }
  }

  @Test("DOCX and text of one document give the same record", arguments: Fixtures.samples)
  func sameRecord(sample: String) throws {
    #expect(try record(sample + ".docx") == record(sample + ".txt"))
  }

  @Test("a folder gives a file a document, in a folder that need not be there")
  func folders() throws {
    for sample in Fixtures.samples {
      _ = try folder.write(Fixtures.bytes(sample + ".docx"), to: sample + ".docx")
    }
    _ = try folder.write([1, 2, 3], to: "~$otevreny.docx")
    let results = folder.path("a/b")
    let said = try soulad.run(["extract", folder.url.path, "--output", results])
    #expect(said.code == 0 && said.output.isEmpty && said.message.isEmpty, "\(said)")
    let names = try FileManager.default.contentsOfDirectory(atPath: results).sorted()
    #expect(names == Fixtures.samples.map { $0 + ".json" })
  }

  @Test("two documents never write one result")
  func collisions() throws {
    let sample = Fixtures.samples[0]
    let said = try soulad.run([
      "extract", Fixtures.path(sample + ".docx"), Fixtures.path(sample + ".txt"), "--output",
      folder.url.path,
    ])
    #expect(said.code == 65)
    #expect(said.message.contains(sample + ".txt") && said.message.contains("jiné složky"))
  }

  @Test("a bad document is named and does not stop the others")
  func badDocument() throws {
    let bad = try folder.write([], to: "prazdny.txt")
    let good = Fixtures.path("zatec-2020-06-10.txt")
    let said = try soulad.run(["extract", bad, good, "--format", "json"])
    #expect(said.code == 65)
    #expect(said.output.contains("\"2020-06-10\""))
    let error = try JSONSerialization.jsonObject(with: Data(said.message.utf8)) as? [String: Any]
    #expect(error?["code"] as? String == "E_EMPTY")
    #expect(try soulad.run(["extract", good, "--format", "csv"]).code == 64)
  }
}
