import Domain
import Glibc
import Storage

/// Imports a share of the national set into a new database.
enum Importing {
  static func run(_ path: String, documents: Int) throws {
    let regions = max(2, MinutesGenerator.regions * documents / MinutesGenerator.documents)
    let generator = MinutesGenerator(regionCount: regions)
    let replica = try Replica.create(at: path, region: "Celá země", clock: 1_000)
    var (bytes, records) = (0, 0)
    var (cpu, wall) = (0.0, 0.0)
    // As many as `soulad import` makes durable together at most.
    let batch = 4_096
    for first in stride(from: 0, to: documents, by: batch) {
      // Making the documents is not what is measured.
      let files = (first..<min(first + batch, documents)).map(generator.file)
      let start = (cpu: processorTime(), wall: wallTime())
      let reports = try replica.importDocuments(files, clock: UInt64(2_000 + first))
      cpu += processorTime() - start.cpu
      wall += wallTime() - start.wall
      for file in files { bytes += file.plainText.utf8.count }
      for report in reports { records += report.counts.values.reduce(0, +) }
    }
    let name = "import of \(documents) documents with \(records) records"
    report(name, Double(documents) / wall, "documents/s", ">= 1000")
    report(name + ", CPU", cpu / Double(documents) * 1_000, "ms/document", "")
    bytes += try importAlone(generator, after: documents, into: replica)
    report("text of \(documents) documents", Double(bytes) / 1_048_576, "MB", "")
    try replica.settle()
    report(
      "database / text", Double(size(path)) / Double(bytes), "times", "<= 2.5")
  }

  /// Imports a few more documents, each durable before the next, and returns the bytes of text.
  private static func importAlone(
    _ generator: MinutesGenerator, after documents: Int, into replica: Replica
  ) throws -> Int {
    let files = (documents..<(documents + 50)).map(generator.file)
    let start = (cpu: processorTime(), wall: wallTime())
    for (place, file) in files.enumerated() {
      _ = try replica.importDocument(file, clock: UInt64(3_000 + documents + place))
    }
    let (cpu, wall) = (processorTime() - start.cpu, wallTime() - start.wall)
    report("one durable document after another", Double(files.count) / wall, "documents/s")
    report(
      "one durable document after another, CPU", cpu / Double(files.count) * 1_000, "ms/document")
    return files.reduce(0) { $0 + $1.plainText.utf8.count }
  }

  private static func size(_ path: String) -> Int {
    [path, path + "-wal"].reduce(0) { sum, path in
      var status = stat()
      return sum + (stat(path, &status) == 0 ? Int(status.st_size) : 0)
    }
  }
}
