import Foundation

/// SQLite's own shell, as somebody else would open a database with it.
public enum SQLiteShell {
  /// Runs SQL on a file and returns the exit code; what the shell says is left out.
  @discardableResult
  public static func run(_ path: String, _ sql: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sqlite3")
    process.arguments = [path, sql]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
