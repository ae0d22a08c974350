/// Finds known local names by their bytes.
struct XMLNameIndex: Sendable {
  /// The index of all known names, made once.
  static let shared = XMLNameIndex()

  /// The number of the name in each slot of an open hash table; 0 for none.
  private let slots: [UInt8]
  private let bytes: [UInt8]
  private let starts: [Int]
  private static let slotCount = 1024

  private init() {
    var slots = [UInt8](repeating: 0, count: Self.slotCount)
    var bytes: [UInt8] = []
    var starts = [0]
    for local in XMLLocal.allCases {
      let name = Array(local.name.utf8)
      bytes += name
      starts.append(bytes.count)
      guard local != .other else { continue }
      var slot = name.withUnsafeBufferPointer { Self.slot($0) }
      while slots[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
      slots[slot] = local.rawValue
    }
    (self.slots, self.bytes, self.starts) = (slots, bytes, starts)
  }

  @inline(__always)
  private static func slot(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = name.first, let last = name.last else { return 0 }
    let middle = name[name.count / 2]
    let mixed =
      UInt32(name.count) &* 0x9E37_79B1 ^ UInt32(first) &* 0x85EB_CA77
      ^ UInt32(last) &* 0xC2B2_AE3D ^ UInt32(middle) &* 0x27D4_EB2F
    return Int(mixed >> 22)
  }

  /// The known name that the bytes spell.
  @inline(__always)
  func local(_ name: UnsafeBufferPointer<UInt8>) -> XMLLocal {
    guard !name.isEmpty else { return .other }
    var slot = Self.slot(name)
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      if starts[number + 1] - starts[number] == name.count, equals(starts[number], name) {
        return XMLLocal(rawValue: slots[slot]) ?? .other
      }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return .other
  }

  @inline(__always)
  private func equals(_ start: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for offset in 0..<name.count where bytes[start + offset] != name[offset] { return false }
    return true
  }
}
