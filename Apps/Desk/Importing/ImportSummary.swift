public import Domain
public import Storage
import Sync

/// What became of the files of one import.
public struct ImportSummary: Sendable {
  /// One file and what became of it.
  public struct Entry: Sendable {
    /// The path.
    public let path: String
    /// The report of the storage, or why the file was refused.
    public let result: Result<ImportReport, ErrorReport.Failure>
  }

  /// The files in the order in which they were given.
  public private(set) var entries: [Entry] = []

  /// Creates a summary that starts with what could not even be looked into.
  public init(refused failures: [FileError] = []) {
    entries = failures.map { error in
      Entry(path: error.path, result: .failure(ErrorReport.Failure(ErrorReport(error))))
    }
  }

  /// Imports files in their order, each batch durable before the next is begun, while the files
  /// after it are read and understood on the other cores. A file that is refused is kept with its
  /// reason; when the database at `database` fails, the rest is not looked at.
  /// - Parameter advanced: Called with the number of files that are settled since the last call.
  public mutating func add(
    _ paths: [String], into replica: Replica, at database: String, scope: Scope = .shared,
    clock: () -> UInt64, advanced: (Int) -> Void
  ) async {
    var batch = ImportBatch()
    var left = paths.count
    var summary = self
    // About what a core reads while a batch is written.
    await ParallelWork.run(
      paths, ahead: 1_024, mostWeight: ImportBatch.mostText,
      weight: \.textBytes, ReadDocument.init(path:),
      take: { document in
        batch.append(document)
        left -= 1
        guard batch.isFull || left == 0 else { return true }
        defer { batch.beginNext() }
        guard
          summary.add(
            batch.documents, into: replica, at: database, scope: scope, clock: clock())
        else { return false }
        advanced(batch.documents.count)
        return true
      })
    self = summary
    // Everything is durable already; where there is no room to put it in order, it stays as it is.
    try? replica.settle(afterImporting: count(.imported))
  }

  /// Imports documents that were read, which become durable together.
  /// - Returns: Whether others can be imported; not when the database at `database` fails.
  public mutating func add(
    _ documents: [ReadDocument], into replica: Replica, at database: String,
    scope: Scope = .shared, clock: UInt64
  ) -> Bool {
    let files = documents.compactMap { try? $0.file.get() }
    do {
      var reports = try replica.importDocuments(files, scope: scope, clock: clock)[...]
      entries += documents.compactMap { document in
        switch document.file {
        case .success:
          reports.popFirst().map { Entry(path: document.path, result: .success($0)) }
        case .failure(let failure): Entry(path: document.path, result: .failure(failure))
        }
      }
      return true
    } catch is SyncError where documents.count > 1 {
      // One of them says more than a change can; the others do not go without.
      let middle = documents.count / 2
      return [documents[..<middle], documents[middle...]].allSatisfy {
        add(Array($0), into: replica, at: database, scope: scope, clock: clock)
      }
    } catch {
      refuse(documents, ErrorReport(error, file: database))
      return error is SyncError
    }
  }

  /// Keeps why a batch is not there: of files that could not be read their own reason, of the first
  /// of the others that of the database.
  private mutating func refuse(_ documents: [ReadDocument], _ report: ErrorReport) {
    for document in documents {
      guard case .failure(let failure) = document.file else { continue }
      entries.append(Entry(path: document.path, result: .failure(failure)))
    }
    let first = documents.first { (try? $0.file.get()) != nil }
    entries.append(
      Entry(path: first?.path ?? "", result: .failure(ErrorReport.Failure(report))))
  }

  /// The files that were refused.
  public var failures: [ErrorReport] {
    entries.compactMap { entry in
      if case .failure(let failure) = entry.result { failure.report } else { nil }
    }
  }

  /// How many files had this outcome.
  public func count(_ outcome: ImportReport.Outcome) -> Int {
    entries.count { entry in
      if case .success(let report) = entry.result { report.outcome == outcome } else { false }
    }
  }

  /// The summary in one sentence.
  public var sentence: Label {
    let counts = (count(.imported), count(.updated), count(.unchanged), failures.count)
    let deleted = count(.deleted)
    return Label(
      "Nových dokumentů: \(counts.0), aktualizovaných: \(counts.1), beze změny: \(counts.2),"
        + " odmítnutých: \(counts.3)."
        + (deleted > 0 ? " Smazaných, které se nenačetly: \(deleted)." : ""),
      "New documents: \(counts.0), updated: \(counts.1), unchanged: \(counts.2),"
        + " refused: \(counts.3)."
        + (deleted > 0 ? " Deleted ones, not imported: \(deleted)." : ""))
  }

  /// The summary as a JSON object.
  public func json(_ language: Language) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      for outcome in [ImportReport.Outcome.imported, .updated, .unchanged, .deleted] {
        writer.key(outcome.rawValue)
        writer.integer(count(outcome))
      }
      writer.key("failed")
      writer.integer(failures.count)
      writer.key("files")
      writer.array(entries) { writer, entry in write(entry, to: &writer, language) }
    }
    return writer.text
  }

  private func write(_ entry: Entry, to writer: inout JSONWriter, _ language: Language) {
    writer.object { writer in
      writer.key("file")
      writer.string(entry.path)
      switch entry.result {
      case .success(let report):
        writer.key("outcome")
        writer.string(report.outcome.rawValue)
        writer.key("id")
        writer.string(report.document.description)
        writer.key("records")
        writer.object { writer in
          for kind in RecordKind.all {
            guard let count = report.counts[kind] else { continue }
            writer.key(kind.name)
            writer.integer(count)
          }
        }
      case .failure(let failure):
        writer.key("outcome")
        writer.string("failed")
        writer.key("error")
        failure.report.write(to: &writer, language)
      }
    }
  }
}
