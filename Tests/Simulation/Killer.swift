public import Foundation
import Storage
import TestSupport

/// Runs one deed in a process of its own and kills that at one of its writes to the disk.
public struct Killer: Sendable {
  private let executable: URL
  private let library: String

  /// Creates a killer that runs `executable` with the library that counts writes.
  public init(executable: URL, library: String) {
    self.executable = executable
    self.library = library
  }

  /// Runs a deed and kills it at a write, or lets it end when it writes less.
  func run(_ path: String, clock: UInt64, author: String, seed: UInt64, at write: Int) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = ["deed", path, "\(clock)", author, "\(seed)"]
    process.environment = ["LD_PRELOAD": library, "KILL_AT": "\(write)", "KILL_IN": path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  /// What the process does.
  public static func deed(_ arguments: [String]) throws {
    guard arguments.count == 4, let clock = UInt64(arguments[1]), let seed = UInt64(arguments[3])
    else { return }
    let replica = try Replica(
      opening: arguments[0], for: .writing, using: SeededGenerator(seed: seed))
    // Nobody writes without a name here.
    if arguments[2].isEmpty {
      _ = try replica.compact(clock: clock, keeping: 0)
      return
    }
    var deed = Deed(at: replica, clock: clock, author: arguments[2], seed: seed, isHeard: false)
    try deed.act()
  }
}
