import Foundation

/// Work on many documents side by side, on every core, whose results are taken one after another.
enum ParallelWork {
  /// Calls `take` with what `work` makes of each path, in the order of the paths, while work on
  /// later ones goes on.
  /// - Parameters:
  ///   - ahead: How many results a core may be ahead of what was taken, so that memory is bounded.
  ///   - take: Returns whether the rest is wanted too.
  static func run<Result: Sendable>(
    _ paths: [String], ahead: Int, _ work: @escaping @Sendable (String) -> Result,
    take: (Result) -> Bool
  ) async {
    let width = ahead * max(1, ProcessInfo.processInfo.activeProcessorCount)
    await withTaskGroup(of: (Int, Result).self) { group in
      var done: [Int: Result] = [:]
      var (started, taken) = (0, 0)
      while taken < paths.count {
        while started < paths.count, started - taken < width {
          let (place, path) = (started, paths[started])
          group.addTask { (place, work(path)) }
          started += 1
        }
        guard let (place, result) = await group.next() else { return }
        done[place] = result
        while let next = done.removeValue(forKey: taken) {
          taken += 1
          guard take(next) else { return }
        }
      }
    }
  }
}
