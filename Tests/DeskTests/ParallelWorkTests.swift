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

  @Test("no more is ahead of what was taken than may be")
  func bound() async {
    let begun = Atomic(0)
    var (taken, most) = (0, 0)
    await ParallelWork.run(
      paths, ahead: 3,
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
    #expect(most <= 3 * cores && begun.load(ordering: .relaxed) == paths.count)
  }

  @Test("nothing is begun while what is not taken weighs too much")
  func weight() async {
    let begun = Atomic(0)
    var (taken, most) = (0, 0)
    await ParallelWork.run(
      paths, ahead: 200, mostWeight: 10, weight: { $0 == "7" ? 100 : 4 },
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
    // Three weigh as much as may wait; what a core has begun by then is finished.
    #expect(most <= 3 + cores && taken == paths.count)
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
