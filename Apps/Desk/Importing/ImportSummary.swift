public import Domain
public import Storage

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

  /// How many files become durable together.
  public static let batch = 32

  /// Imports some files, which become durable together; a file that is refused is kept with its
  /// reason.
  /// - Returns: Whether others can be imported; not when the database at `database` fails.
  public mutating func add(
    _ paths: some Sequence<String>, into replica: Replica, at database: String,
    scope: Scope = .shared, clock: UInt64
  ) -> Bool {
    let results = paths.map { path in
      (path: path, file: Result { try DocumentImport.read(path).file })
    }
    do {
      let files = results.compactMap { try? $0.file.get() }
      var reports = try replica.importDocuments(files, scope: scope, clock: clock)[...]
      for (path, result) in results {
        switch result {
        case .success:
          if let report = reports.popFirst() {
            entries.append(Entry(path: path, result: .success(report)))
          }
        case .failure(let error): refuse(path, ErrorReport(error, file: path))
        }
      }
      return true
    } catch {
      for (path, result) in results {
        if case .failure(let error) = result { refuse(path, ErrorReport(error, file: path)) }
      }
      let failed = results.first { (try? $0.file.get()) != nil }
      refuse(failed?.path ?? "", ErrorReport(error, file: database))
      return false
    }
  }

  private mutating func refuse(_ path: String, _ report: ErrorReport) {
    entries.append(Entry(path: path, result: .failure(ErrorReport.Failure(report))))
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
    return Label(
      "Nových dokumentů: \(counts.0), aktualizovaných: \(counts.1), beze změny: \(counts.2),"
        + " odmítnutých: \(counts.3).",
      "New documents: \(counts.0), updated: \(counts.1), unchanged: \(counts.2),"
        + " refused: \(counts.3).")
  }

  /// The summary as a JSON object.
  public func json(_ language: Language) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      for outcome in [ImportReport.Outcome.imported, .updated, .unchanged] {
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
