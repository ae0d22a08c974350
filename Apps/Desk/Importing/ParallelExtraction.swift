import Foundation
import Parsing
import Storage

/// Documents read and understood side by side, on every core.
public enum ParallelExtraction {
  /// Calls `take` with each document's JSON, in the order of the documents.
  public static func run(
    _ paths: [String], _ take: (String, Result<String, ErrorReport.Failure>) -> Void
  ) async {
    // Enough is under way to keep every core busy, and no more, so that memory stays bounded.
    let width = 8 * max(1, ProcessInfo.processInfo.activeProcessorCount)
    await withTaskGroup(of: (Int, Result<String, ErrorReport.Failure>).self) { group in
      var done: [Int: Result<String, ErrorReport.Failure>] = [:]
      var (started, taken) = (0, 0)
      while taken < paths.count {
        while started < paths.count, started - taken < width {
          let (place, path) = (started, paths[started])
          group.addTask { (place, result(of: path)) }
          started += 1
        }
        guard let (place, result) = await group.next() else { return }
        done[place] = result
        while let next = done.removeValue(forKey: taken) {
          take(paths[taken], next)
          taken += 1
        }
      }
    }
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
