extension CBORReader {
  /// How deep items may lie in each other where this version does not know what they mean.
  static let deepest = 16

  /// Reads over one item of any type, with all that lies in it.
  mutating func skip() throws(SyncError) {
    var open: [UInt64] = [1]
    while let left = open.last {
      if left == 0 {
        open.removeLast()
        continue
      }
      open[open.count - 1] = left - 1
      let inside = try skipHead()
      guard inside > 0 else { continue }
      guard open.count <= Self.deepest else { throw failure(.tooDeep) }
      open.append(inside)
    }
  }

  /// Reads over a head and over the bytes of a string; returns the number of items inside.
  private mutating func skipHead() throws(SyncError) -> UInt64 {
    let type = try nextType()
    let argument = try argument()
    switch type {
    case .unsigned, .negative, .simple:
      return 0
    case .bytes, .text:
      guard argument <= UInt64(remaining) else { throw failure(.truncated) }
      advance(by: Int(argument))
      return 0
    case .array:
      guard argument <= UInt64(remaining) else { throw failure(.truncated) }
      return argument
    case .map:
      guard argument <= UInt64(remaining / 2) else { throw failure(.truncated) }
      return argument * 2
    case .tag:
      return 1
    }
  }
}
