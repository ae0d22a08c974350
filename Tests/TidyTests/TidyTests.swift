import Foundation
import Testing

@Suite("The sources are tidy")
struct TidyTests {
  @Test("a package imports only what the design allows")
  func importDirection() {
    let allowed = [
      "Domain": [], "Parsing": ["Domain"], "Sync": ["Domain"], "SyncHTTP": ["Domain", "Sync"],
      "Storage": ["Domain", "Sync"],
    ]
    #expect(SourceTree.sources.count > 200 && SourceTree.tests.count > 30)
    let ours = Set(allowed.keys).union(["Desk", "Terminal", "CLI", "Server"])
    for file in SourceTree.sources where file.path.hasPrefix("Packages/") {
      let parts = file.path.split(separator: "/")
      guard parts.count > 3, let permitted = allowed[String(parts[3])] else { continue }
      for line in file.lines where line.contains("import ") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count,
          let module = words.last.map(String.init), ours.contains(module)
        else { continue }
        #expect(permitted.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("only Storage knows SQLite, only Parsing knows libxml2 and zlib")
  func boundaries() {
    for file in SourceTree.sources {
      for (module, home) in [
        ("CSQLite", "Packages/Storage/"), ("CLibXML2", "Packages/Parsing/"),
        ("CZlib", "Packages/Parsing/"),
      ] where file.text.contains("import \(module)") {
        #expect(file.path.hasPrefix(home), "\(file.path) imports \(module)")
        #expect(!file.text.contains("public import \(module)"), "\(file.path) shows \(module)")
      }
    }
  }

  @Test("no merge was left half done")
  func conflictMarkers() {
    for file in SourceTree.everything {
      let markers = file.lines.filter { $0.hasPrefix("<<<<<<< ") || $0.hasPrefix(">>>>>>> ") }
      #expect(markers.isEmpty, "\(file.path)")
    }
  }

  @Test("files stay under 350 lines and lines under 101 columns")
  func lengths() {
    for file in SourceTree.sources + SourceTree.tests {
      #expect(file.lines.count <= 350, "\(file.path) has \(file.lines.count) lines")
      let long = file.lines.enumerated().filter { _, line in
        line.count > 100 && !line.contains("https://")
      }.map { $0.offset + 1 }
      #expect(long.isEmpty, "\(file.path)")
    }
  }

  @Test("functions stay under 60 lines")
  func functionLengths() {
    for file in SourceTree.sources {
      let long = FunctionScanner.functions(in: file).filter { $0.length > 60 }.map(\.name)
      #expect(long.isEmpty, "\(file.path)")
    }
  }

  @Test("nobody left a marker or forced anything")
  func markers() {
    let forbidden = [
      "TO" + "DO", "FIX" + "ME", "HA" + "CK:", "try" + "! ", "as" + "! ", "@unche" + "cked",
      "nonisolated(un" + "safe)", "fatal" + "Error(", "@preconcur" + "rency",
    ]
    for file in SourceTree.sources {
      let found = forbidden.filter(file.text.contains)
      #expect(found.isEmpty, "\(file.path)")
    }
  }

  @Test("every public declaration is documented")
  func publicDocumentation() {
    let keywords = [
      "func", "var", "let", "struct", "enum", "class", "protocol", "init", "case", "subscript",
    ]
    for file in SourceTree.sources {
      let lines = file.lines.map { $0.trimmingCharacters(in: .whitespaces) }
      for (number, line) in lines.enumerated() where line.hasPrefix("public ") {
        guard !line.hasPrefix("public import"), keywords.contains(where: { line.contains("\($0)") })
        else { continue }
        var above = number - 1
        while above >= 0,
          lines[above].hasPrefix("@") || lines[above].hasPrefix(")")
            || isContinuedAttribute(lines, above)
        {
          above -= 1
        }
        #expect(
          above >= 0 && lines[above].hasPrefix("///"), "\(file.path):\(number + 1) \(line)")
      }
    }
  }

  /// Whether a line belongs to an attribute that began above it, as a wrapped `@Option(…)`.
  private func isContinuedAttribute(_ lines: [String], _ number: Int) -> Bool {
    var above = number
    while above >= 0, number - above < 8 {
      if lines[above].hasPrefix("@Option(") || lines[above].hasPrefix("@Argument(") { return true }
      if lines[above].isEmpty || lines[above].hasPrefix("///") { return false }
      above -= 1
    }
    return false
  }

  @Test("every command is documented in its help and in the README or the docs")
  func commandDocumentation() throws {
    let commands = SourceTree.sources.filter { $0.path.hasPrefix("Apps/CLI/Commands/") }
    #expect(commands.count > 10)
    let docs = SourceTree.everything.filter { $0.path.hasSuffix(".md") }.map(\.text).joined()
    for file in commands {
      #expect(file.text.contains("abstract: Help.text("), "\(file.path) lacks an abstract")
      let line = try #require(
        file.lines.first { $0.contains("commandName: \"") }, "\(file.path) lacks a name")
      let name = line.split(separator: "\"")[1]
      let isDocumented = docs.contains("soulad \(name)") || docs.contains("bundle \(name)")
      #expect(isDocumented, "soulad \(name)")
    }
  }

  @Test("tools and CI can be run")
  func tools() {
    for tool in ["tools/demo", "tools/test", "tools/setup", ".ci/run"] {
      let path = SourceTree.root.appending(path: tool).path
      #expect(FileManager.default.isExecutableFile(atPath: path), "\(tool)")
    }
  }
}
