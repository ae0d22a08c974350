import TestSupport

extension SeededGenerator {
  mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &self)
  }

  /// True once in `times` on average.
  mutating func once(in times: Int) -> Bool {
    below(times) == 0
  }
}
