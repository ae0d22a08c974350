import Domain
import Foundation
import Storage
import Sync

/// Records in database files: capturing what an office enters, and applying what others did. Log,
/// states, tables for reading and the search index are written with them.
struct FileBenchmark {
  private static let count = 100_000
  /// How many records one document, and one change, brings.
  private static let batch = 1_000
  private static let now: UInt64 = 1_700_000_000_000

  let folder: String

  func run() throws {
    try run("", isProved: false)
    try run(", each field proved", isProved: true)
    report("files: peak memory", peakMemory(), "MB")
  }

  /// - Parameter isProved: Whether each field has a place in the document that proves it, as all
  ///   that is read from minutes has, beside its value.
  private func run(_ kind: String, isProved: Bool) throws {
    let names = (insert: "insert into a file\(kind)", update: "update one field in a file\(kind)")
    let number = isProved ? 2 : 1
    let (from, to) = ("source\(number)", "target\(number)")
    let source = try Replica.create(at: path(from), region: "Liberec", clock: Self.now)
    try capture(names.insert, 1, isProved, in: source)
    report("\(names.insert): size", try size(from), "bytes/record")
    let target = try Replica.create(at: path(to), region: "Žatec", clock: Self.now)
    try apply(names.insert, from: source, to: target)
    try capture(names.update, 2, isProved, in: source)
    try apply(names.update, from: source, to: target)
  }

  private func path(_ name: String) -> String { "\(folder)/\(name).db" }

  /// Imports documents with projects of ten fields; another version has other holders.
  private func capture(
    _ name: String, _ version: Int, _ isProved: Bool, in replica: Replica
  ) throws {
    let files = (0..<Self.count / Self.batch).map { file($0, version, isProved) }
    let time = try seconds(of: 1) {
      for file in files { _ = try replica.importDocument(file, clock: Self.now) }
      try replica.settle()
    }
    report("\(name): capture", Double(Self.count) / time, "records/s")
  }

  private func apply(_ name: String, from source: Replica, to target: Replica) throws {
    let bytes = try source.bundle(lackedBy: target.versionVector()).encoded()
    report("\(name): on the wire", Double(bytes.count) / Double(Self.count), "bytes/record")
    let time = try seconds(of: 1) {
      try target.apply(Sync.Bundle(decoding: bytes))
      try target.settle()
    }
    report("\(name): decode, verify and apply", Double(Self.count) / time, "records/s")
  }

  private func size(_ name: String) throws -> Double {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return Double(attributes[.size] as? Int ?? 0) / Double(Self.count)
  }

  private func file(_ number: Int, _ version: Int, _ isProved: Bool) -> ImportedFile {
    let proof = isProved ? SourceRange(0, 4) : SourceRange(0, 0)
    var extracted = ExtractedDocument(extractor: "bench/\(version)", kind: .minutes)
    extracted.projects = (0..<Self.batch).map { place in
      let row = number * Self.batch + place
      func fact(_ text: String) -> Fact<String> { Fact(text, proof) }
      var project = ExtractedProject(name: fact("value \(row) of 1"))
      project.holder = fact("value \(row % 1000) of \(version)")
      project.status = Fact(.submitted, proof)
      project.start = CalendarPeriod("2024-01").map { Fact($0, proof) }
      project.end = CalendarPeriod("2025-12").map { Fact($0, proof) }
      project.registration = fact("value \(row) of 6")
      project.programme = fact("value \(row % 1000) of 7")
      project.call = fact("value \(row % 1000) of 8")
      return project
    }
    return ImportedFile(
      name: "\(number).txt", sha256: "\(number)", plainText: "text", extracted: extracted)
  }
}
