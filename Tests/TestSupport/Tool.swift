public import Foundation

/// A program of the repository, run as a user runs it.
public struct Tool: Sendable {
  /// What a run left.
  public struct Outcome: Sendable {
    /// The exit code.
    public let code: Int32
    /// Standard output.
    public let output: String
    /// Standard error.
    public let message: String
  }

  private let executable: URL
  private let environment: [String: String]

  /// The program with this product name, built beside the tests.
  public init(_ name: String, environment: [String: String] = [:]) {
    executable = Bundle.main.bundleURL.appending(path: name)
    var clean = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": NSTemporaryDirectory()]
    for (key, value) in ProcessInfo.processInfo.environment where key.hasPrefix("LD_") {
      clean[key] = value
    }
    self.environment = clean.merging(environment) { _, new in new }
  }

  /// Runs the program to its end.
  public func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try run(arguments, input: Array(input.utf8))
  }

  /// Runs the program to its end with any bytes as standard input.
  public func run(_ arguments: [String], input: [UInt8]) throws -> Outcome {
    let process = makeProcess(arguments)
    let folder = try TemporaryFolder()
    let files = try ["in", "out", "err"].map { name in
      let path = folder.path(name)
      try Data(name == "in" ? input : []).write(to: URL(filePath: path))
      return path
    }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: files[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: files[1]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: files[2]))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus,
      output: try String(contentsOf: URL(filePath: files[1]), encoding: .utf8),
      message: try String(contentsOf: URL(filePath: files[2]), encoding: .utf8))
  }

  /// A process of the program, not started yet.
  public func makeProcess(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    return process
  }
}
