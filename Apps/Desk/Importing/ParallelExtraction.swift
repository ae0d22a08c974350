import Parsing
import Storage

/// Documents read and understood side by side, on every core.
public enum ParallelExtraction {
  /// Calls `take` with each document's JSON, in the order of the documents.
  public static func run(
    _ paths: [String], _ take: (String, Result<String, ErrorReport.Failure>) -> Void
  ) async {
    await ParallelWork.run(
      paths, ahead: 8, { ($0, result(of: $0)) },
      take: { path, result in
        take(path, result)
        return true
      })
  }

  private static func result(of path: String) -> Result<String, ErrorReport.Failure> {
    do {
      let (document, file) = try DocumentImport.read(path)
      let json = ExtractionJSON.json(of: file.extracted, document: document, name: file.name)
      return .success(json + "\n")
    } catch {
      return .failure(ErrorReport.Failure(ErrorReport(error, file: path)))
    }
  }
}
