import Storage
import TestSupport

/// Months of work of several offices in a moment: real database files, clocks that lie, lines that
/// break, sticks that come late, twice or damaged, programs that are killed, backups that are put
/// back and files that are copied. In the end all exchange everything, and nothing may be lost.
public enum Simulation {
  /// A run in which a promise was broken.
  public struct Failure: Error, CustomStringConvertible {
    /// The seed of the run.
    public let seed: UInt64
    /// What was broken.
    public let reason: String
    /// What had happened, a line a step.
    public let story: [String]

    /// The story as people read it.
    public var description: String {
      let lines = story.enumerated().map { "\($0.offset + 1). \($0.element)" }
      return "Seed \(seed): \(reason)\n" + lines.joined(separator: "\n")
    }
  }

  /// Runs a world of so many steps.
  /// - Throws: ``Failure``, with the shortest story that was found in reasonable time.
  public static func run(seed: UInt64, steps count: Int, killer: Killer? = nil) throws {
    var generator = SeededGenerator(seed: seed)
    let steps = (0..<count).map { _ in generator.next() }
    guard let failure = failure(seed: seed, steps, killer) else { return }
    throw shrunk(failure, seed: seed, steps, killer)
  }

  private static func failure(
    seed: UInt64, _ steps: [UInt64], _ killer: Killer?
  ) -> Failure? {
    var story: [String] = []
    do {
      let world = try World(seed: seed, killer: killer)
      defer { story = world.story }
      for step in steps { try world.step(seed: step) }
      try world.settle()
      return nil
    } catch {
      return Failure(seed: seed, reason: "\(error)", story: story)
    }
  }

  /// Leaves out ever smaller parts of the history, as long as a promise is still broken.
  private static func shrunk(
    _ failure: Failure, seed: UInt64, _ steps: [UInt64], _ killer: Killer?
  ) -> Failure {
    var (steps, shortest) = (steps, failure)
    var size = steps.count / 2
    while size > 0 {
      var start = 0
      while start < steps.count {
        var fewer = steps
        fewer.removeSubrange(start..<min(start + size, steps.count))
        if let failure = Self.failure(seed: seed, fewer, killer) {
          (steps, shortest) = (fewer, failure)
        } else {
          start += size
        }
      }
      size /= 2
    }
    return shortest
  }
}
