import Foundation
import Synchronization
import Testing

@testable import Desk

@Suite("Work side by side")
struct ParallelWorkTests {
  private let paths = (0..<400).map(String.init)
  private let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)

  @Test("results are taken in the order of the paths, whichever is ready first")
  func order() async {
    var taken: [String] = []
    await ParallelWork.run(
      paths, ahead: 8,
      { path in
        Thread.sleep(forTimeInterval: path.hasSuffix("3") ? 0.002 : 0)
        return path
      },
      take: { path in
        taken.append(path)
        return true
      })
    #expect(taken == paths)
    await ParallelWork.run([], ahead: 8, { $0 }, take: { _ in false })
  }

  /// The most that is begun and not taken while all paths are worked on, each of a weight.
  private func mostAhead(
    _ ahead: Int, mostWeight: Int = .max, weight: @escaping @Sendable (String) -> Int = { _ in 0 }
  ) async -> Int {
    let begun = Atomic(0)
    var (taken, most) = (0, 0)
    await ParallelWork.run(
      paths, ahead: ahead, mostWeight: mostWeight, weight: weight,
      { path in
        begun.add(1, ordering: .relaxed)
        return path
      },
      take: { _ in
        taken += 1
        Thread.sleep(forTimeInterval: 0.0005)
        most = max(most, begun.load(ordering: .relaxed) - taken)
        return true
      })
    #expect(begun.load(ordering: .relaxed) == paths.count && taken == paths.count)
    return most
  }

  @Test("no more is ahead of what was taken than may be")
  func bound() async {
    #expect(await mostAhead(3) <= 3 * cores)
  }

  @Test("nothing is begun while what is not taken weighs too much")
  func weight() async {
    let most = await mostAhead(200, mostWeight: 10) { $0 == "7" ? 100 : 4 }
    // Three weigh as much as may wait; what a core has begun by then is finished.
    #expect(most <= 3 + cores)
  }

  @Test("hardly anything is begun once nothing more is wanted")
  func stopping() async {
    let begun = Atomic(0)
    var taken = 0
    await ParallelWork.run(
      paths, ahead: 200,
      { path in
        begun.add(1, ordering: .relaxed)
        Thread.sleep(forTimeInterval: 0.005)
        return path
      },
      take: { _ in
        taken += 1
        return taken < 2
      })
    #expect(taken == 2)
    #expect(begun.load(ordering: .relaxed) < paths.count / 4)
  }
}
