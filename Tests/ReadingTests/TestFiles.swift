import Foundation

/// Files that the tests read.
enum TestFiles {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()

  /// The folder of the fixtures.
  static let fixtures = here.deletingLastPathComponent().appending(path: "Fixtures")

  /// The shared corpus beside the repository, where there is one.
  static let corpus: URL? = {
    var folder = here
    while folder.path != "/" {
      let corpus = folder.appending(path: "shared/corpus")
      if FileManager.default.fileExists(atPath: corpus.path) { return corpus }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }()

  /// The bytes of a file.
  static func bytes(_ url: URL) throws -> [UInt8] {
    Array(try Data(contentsOf: url))
  }

  /// The bytes of a fixture.
  static func fixture(_ name: String) throws -> [UInt8] {
    try bytes(fixtures.appending(path: name))
  }
}
