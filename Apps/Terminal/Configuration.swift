import Foundation
import Storage

/// What a person has set once for all runs: the file `soulad/config` in the folder for
/// configuration of the XDG Base Directory Specification, a line `name = value` each. Options come
/// first, then the environment, then this file.
public struct Configuration: Sendable {
  /// The settings of this run.
  public static let current = Configuration(environment: ProcessInfo.processInfo.environment)

  /// The path of the file, whether it exists or not; `nil` without a home.
  public let path: String?
  private let values: [String: String]

  /// The names that the file can have.
  public static let names = ["db", "author", "lang"]

  /// Reads the file that the environment points to; a missing file sets nothing.
  init(environment: [String: String]) {
    let folder =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].map { $0 + "/.config" }
    path = folder.map { $0 + "/soulad/config" }
    let bytes = path.flatMap { try? Files.read($0, limit: 1 << 16) } ?? []
    values = Configuration.parse(String(decoding: bytes, as: UTF8.self)).mapValues { value in
      value.hasPrefix("~/") ? (environment["HOME"] ?? "~") + value.dropFirst() : value
    }
  }

  /// The names in the file that mean nothing.
  public var unknownNames: [String] {
    values.keys.filter { !Configuration.names.contains($0) }.sorted()
  }

  /// The value of a setting: of the environment's variable, else of the file.
  public func value(_ name: String, variable: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let value = environment[variable], !value.isEmpty { return value }
    return values[name]
  }

  /// Lines `name = value`; a number sign starts a comment.
  static func parse(_ text: String) -> [String: String] {
    var values: [String: String] = [:]
    // Some editors begin a file with a mark that nobody sees.
    for line in text.trimmingPrefix("\u{FEFF}").split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count == 2, !parts[0].hasPrefix("#"), !parts[1].isEmpty else { continue }
      values[parts[0]] = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\"'"))
    }
    return values
  }
}
