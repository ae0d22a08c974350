import Foundation
import Testing

@testable import Parsing

/// A file of the corpus of hostile input and what must happen to it.
struct HostileCase: Sendable, CustomTestStringConvertible {
  let file: String
  let expected: Set<String>
  let mustContain: String
  var testDescription: String { file }

  /// The cases that concern reading; none where the corpus is absent.
  static let all: [HostileCase] = {
    guard let folder = TestFiles.corpus?.appending(path: "hostile"),
      let index = try? String(contentsOf: folder.appending(path: "INDEX.tsv"), encoding: .utf8)
    else { return [] }
    return index.split(separator: "\n").dropFirst().compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let folders = ["zip/", "opc/", "xml/", "text/", "payload/", "real/"]
      guard columns.count > 4, folders.contains(where: columns[0].hasPrefix),
        columns[3] != "DATA"
      else { return nil }
      let expected = columns[3].split(separator: "|").map(String.init)
      return HostileCase(file: columns[0], expected: Set(expected), mustContain: columns[4])
    }
  }()
}

@Suite("Hostile input", .enabled(if: TestFiles.corpus != nil))
struct HostileInputTests {
  @Test("is refused with its own error, or read right", arguments: HostileCase.all)
  func outcome(hostile: HostileCase) throws {
    let folder = try #require(TestFiles.corpus).appending(path: "hostile")
    let bytes = try TestFiles.bytes(folder.appending(path: hostile.file))
    let outcome: String
    do throws(ReadingError) {
      let document = try DocumentReader.read(bytes, name: hostile.file)
      #expect(hostile.mustContain.isEmpty || document.plainText.contains(hostile.mustContain))
      outcome = document.warnings.isEmpty ? "OK" : "OK_WARN"
    } catch {
      outcome = error.code.rawValue
    }
    let isAllowed =
      hostile.expected.contains(outcome) || hostile.expected.contains("ANY")
      || outcome == "OK_WARN" && hostile.expected.contains("OK")
    #expect(isAllowed, "\(outcome), expected \(hostile.expected.sorted())")
  }
}
