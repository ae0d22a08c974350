import Foundation

/// The sources of the repository, as text.
enum SourceTree {
  /// A file with its path relative to the top of the repository.
  struct File: CustomStringConvertible {
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    var description: String { path }
  }

  /// The top of the repository.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift sources of packages and apps.
  static let sources = files(under: ["Packages", "Apps"], extensions: ["swift"])
  /// The Swift sources of tests.
  static let tests = files(under: ["Tests"], extensions: ["swift"])
  /// Everything that people write, tests and tools included.
  static let everything = files(
    under: [
      "Packages", "Apps", "Tests", "tools", "docs", "README.md", "CHANGELOG.md", "Package.swift",
    ],
    extensions: ["swift", "md", "", "tsv", "mustache", "css", "h", "modulemap", "json"])

  private static func files(under folders: [String], extensions: Set<String>) -> [File] {
    folders.flatMap { folder -> [File] in
      let start = root.appending(path: folder)
      let below = FileManager.default.subpaths(atPath: start.path) ?? []
      let paths = below.isEmpty ? [folder] : below.map { "\(folder)/\($0)" }
      return paths.filter { path in
        !path.contains(".build") && !path.contains("/.")
          && extensions.contains(URL(filePath: path).pathExtension)
      }.sorted().compactMap { path in
        let url = root.appending(path: path)
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        return File(path: path, text: text)
      }
    }
  }
}
