import Foundation
import Synchronization

/// Work on many documents side by side, on every core, whose results are taken one after another.
enum ParallelWork {
  /// Calls `take` with what `work` makes of each path, in the order of the paths, while work on
  /// later ones goes on. Once nothing more is wanted, no other path is begun.
  /// - Parameters:
  ///   - ahead: How many results a core may be ahead of what was taken, so that memory is bounded.
  ///   - weight: How much of `mostWeight` a result takes up until it is taken: once that is used
  ///     up, nothing more is begun.
  ///   - take: Returns whether the rest is wanted too.
  static func run<Result: Sendable>(
    _ paths: [String], ahead: Int, mostWeight: Int = .max,
    weight: @escaping @Sendable (Result) -> Int = { _ in 0 },
    _ work: @escaping @Sendable (String) -> Result, take: (Result) -> Bool
  ) async {
    if paths.isEmpty { return }
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let line = Line(length: paths.count, ahead: ahead * cores, mostWeight: mostWeight)
    let (results, sink) = AsyncStream.makeStream(of: (Int, Result).self)
    await withTaskGroup { group in
      for _ in 0..<cores {
        group.addTask {
          while let place = await line.next() {
            let result = work(paths[place])
            line.noteDone(weight(result))
            sink.yield((place, result))
            // Whoever takes waits for a core too, and is not to wait for all that can be begun.
            await Task.yield()
          }
        }
      }
      defer { line.end() }
      var done: [Int: Result] = [:]
      var taken = 0
      for await (place, result) in results {
        done[place] = result
        while let next = done.removeValue(forKey: taken) {
          taken += 1
          line.noteTaken(weight(next))
          guard take(next), taken < paths.count else { return }
        }
      }
    }
  }
}

/// What is begun next. Final class because all cores share it.
private final class Line: Sendable {
  private struct State {
    var begun = 0
    var taken = 0
    /// Of what is done and not taken.
    var weight = 0
    var isOver = false
    var waiting: [CheckedContinuation<Int?, Never>] = []
  }

  private let length: Int
  private let ahead: Int
  private let mostWeight: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - ahead: How many may be begun that are not taken.
  ///   - mostWeight: What the results that are not taken may weigh when another is begun.
  init(length: Int, ahead: Int, mostWeight: Int) {
    self.length = length
    self.ahead = ahead
    self.mostWeight = mostWeight
  }

  /// The place of what is begun next, as soon as it may be; `nil` where nothing is.
  func next() async -> Int? {
    await withCheckedContinuation { continuation in change { $0.waiting.append(continuation) } }
  }

  /// Takes note of the weight of a result.
  func noteDone(_ weight: Int) { change { $0.weight += weight } }

  /// Takes note that the result of one was taken, with its weight.
  func noteTaken(_ weight: Int) {
    change { state in
      state.taken += 1
      state.weight -= weight
    }
  }

  /// Begins nothing more.
  func end() { change { $0.isOver = true } }

  /// Changes the state, and answers whoever can be told by then what to begin.
  private func change(_ body: (inout State) -> Void) {
    let answers = state.withLock { state in
      body(&state)
      var answers: [(CheckedContinuation<Int?, Never>, Int?)] = []
      while let first = state.waiting.first {
        let isOver = state.isOver || state.begun == length
        let isLight = state.weight < mostWeight && state.begun - state.taken < ahead
        guard isOver || isLight || state.begun == state.taken else { break }
        answers.append((first, isOver ? nil : state.begun))
        state.waiting.removeFirst()
        if !isOver { state.begun += 1 }
      }
      return answers
    }
    for (continuation, place) in answers { continuation.resume(returning: place) }
  }
}
