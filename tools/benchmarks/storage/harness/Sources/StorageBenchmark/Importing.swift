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
    let batch = 200
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
    report("text of \(documents) documents", Double(bytes) / 1_048_576, "MB", "")
    try replica.settle()
    report(
      "database / text", Double(size(path)) / Double(bytes), "times", "<= 2.5")
  }

  private static func size(_ path: String) -> Int {
    [path, path + "-wal"].reduce(0) { sum, path in
      var status = stat()
      return sum + (stat(path, &status) == 0 ? Int(status.st_size) : 0)
    }
  }
}
