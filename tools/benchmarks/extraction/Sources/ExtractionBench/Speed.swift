import Foundation
import Parsing

/// Measures the processor time of extraction alone: the documents are read beforehand.
enum Speed {
  /// Prints the time of a document of about 10 KB, and of 10 and 100 such documents in one.
  static func run(folder: String, factors: [Int] = [1, 10, 100]) throws {
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
    let typical = texts.filter { (8_000..<13_000).contains($0.utf8.count) }
    guard !typical.isEmpty else { return print("no document of about 10 KB in \(folder)") }
    for factor in factors {
      var milliseconds = 0.0
      var bytes = 0
      for text in typical {
        let many = String(repeating: text + "\n", count: factor)
        let document = try DocumentReader.read(Array(many.utf8), name: "a.txt")
        milliseconds += best(of: factor > 10 ? 3 : 25) { _ = Extractor.extract(document) }
        bytes += document.plainText.utf8.count
      }
      let per10KB = milliseconds / Double(bytes) * 10_240
      print(
        "\(factor)x\t\(bytes / typical.count / 1024) KB\t"
          + String(
            format: "%.2f ms a document\t%.3f ms per 10 KB", milliseconds / Double(typical.count),
            per10KB))
    }
  }

  private static func best(of runs: Int, _ work: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      let start = clock()
      work()
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000)
    }
    return best
  }
}
