/// How many scalars of a piece are there in the version that is looked at, and in the final text.
struct MergeWidths: AdditiveArithmetic {
  var current: Int
  var final: Int

  static let zero = MergeWidths(current: 0, final: 0)

  static func + (left: Self, right: Self) -> Self {
    MergeWidths(current: left.current + right.current, final: left.final + right.final)
  }

  static func - (left: Self, right: Self) -> Self {
    MergeWidths(current: left.current - right.current, final: left.final - right.final)
  }
}
