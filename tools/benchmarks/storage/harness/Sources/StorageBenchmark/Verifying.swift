import Glibc
import Storage

/// Checks a whole database, as is done after a disk was in doubt.
enum Verifying {
  static func run(_ path: String) throws {
    let replica = try Replica(opening: path, for: .reading)
    let start = processorTime()
    let found = try replica.verify()
    guard found.problems.isEmpty else { fatalError("\(found.problems)") }
    report(
      "verify all of it: a record", (processorTime() - start) / Double(found.records) * 1e6, "µs")
    report("verify all of it: peak memory", peakMemory(), "MB")
  }

  /// The most memory that this process has had, in megabytes.
  private static func peakMemory() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1_024
  }
}
