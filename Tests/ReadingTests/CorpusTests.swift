import Foundation
import Testing

@testable import Parsing

@Suite("Real documents of many producers", .enabled(if: TestFiles.corpus != nil))
struct CorpusTests {
  /// The smaller files, which take a second each at most without optimisation.
  private static let files: [URL] = {
    guard let folder = TestFiles.corpus?.appending(path: "docx/files"),
      let files = try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.fileSizeKey])
    else { return [] }
    return files.filter {
      (try? $0.resourceValues(forKeys: [.fileSizeKey]).fileSize).map { $0 < 80_000 } ?? false
    }
  }()

  @Test("every range lies in the text and cuts no character")
  func ranges() throws {
    #expect(Self.files.count > 100)
    for file in Self.files {
      guard let document = try? DocumentReader.read(TestFiles.bytes(file), name: "a.docx") else {
        continue
      }
      let bytes = Array(document.plainText.utf8)
      let ranges =
        document.blocks.flatMap { [$0.range, $0.textRange] } + document.runs.map(\.range)
        + document.links.map(\.range) + document.revisions.map(\.range)
        + document.comments.map(\.range)
      let ends = ranges.flatMap { [$0.start, $0.end] } + document.noteReferences.map(\.offset)
      let areRight = ends.allSatisfy {
        $0 <= bytes.count && ($0 == bytes.count || bytes[$0] & 0xC0 != 0x80)
      }
      #expect(areRight, "\(file.lastPathComponent)")
    }
  }
}
