internal import Glibc

/// Short strings of bytes by numbers from 0, in the order in which they came.
struct ByteTable {
  /// Another one in each table, so that nobody can write a text whose words all fall into one
  /// place.
  private let seed = UInt64.random(in: .min ... .max)

  /// The number that is in a place, counted from 1, below the upper half of its hash; 0 in places
  /// that are free.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 10)
  private var hashes: [UInt64] = []
  private var ends: [Int] = [0]
  private var bytes: [UInt8] = []

  /// How many there are.
  var count: Int { hashes.count }

  /// The bytes with a number.
  func bytes(of number: Int32) -> ArraySlice<UInt8> {
    bytes[ends[Int(number)]..<ends[Int(number) + 1]]
  }

  /// Whether the number is that of no bytes at all.
  func isEmpty(_ number: Int32) -> Bool { ends[Int(number)] == ends[Int(number) + 1] }

  /// The number of some bytes; those that are new get the next.
  mutating func number(of key: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = ByteHash.hash(key, seed)
    let tag = hash >> 32
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place] != 0 {
      let number = Int(slots[place] & 0xFFFF_FFFF) - 1
      if slots[place] >> 32 == tag, isHere(key, number) { return Int32(number) }
      place = (place + 1) & (slots.count - 1)
    }
    hashes.append(hash)
    slots[place] = (tag << 32) | UInt64(hashes.count)
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    if hashes.count * 2 > slots.count { grow() }
    return Int32(hashes.count - 1)
  }

  private func isHere(_ key: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == key.count else { return false }
    guard let wanted = key.baseAddress else { return true }
    return bytes.withUnsafeBufferPointer { known in
      known.baseAddress.map { ShortBytes.areAlike($0 + start, wanted, key.count) } ?? key.isEmpty
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = (hash >> 32) << 32 | UInt64(number + 1)
    }
  }
}

/// Looks at up to 16 bytes by two steps, as most words are no longer.
private enum ShortBytes {
  /// The bytes as two numbers, which may have some of them both.
  @inline(__always)
  static func ends(of bytes: UnsafeRawPointer, _ count: Int) -> (first: UInt64, last: UInt64) {
    if count >= 8 {
      return (
        bytes.loadUnaligned(as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      return (
        UInt64(bytes.loadUnaligned(as: UInt32.self)),
        UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      )
    }
    guard count > 0 else { return (0, 0) }
    let middle = UInt64(bytes.load(fromByteOffset: count / 2, as: UInt8.self)) << 8
    return (
      UInt64(bytes.load(as: UInt8.self)) | middle,
      UInt64(bytes.load(fromByteOffset: count - 1, as: UInt8.self))
    )
  }

  /// Whether as many bytes are the same in two places.
  @inline(__always)
  static func areAlike(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> Bool {
    if count > 16 { return memcmp(one, other, count) == 0 }
    return ends(of: one, count) == ends(of: other, count)
  }
}

/// Hashes short strings of bytes eight at a time, by multiplications whose halves are joined, as
/// wyhash does (Wang Yi, https://github.com/wangyi-fudan/wyhash).
private enum ByteHash {
  private static let multiplier: UInt64 = 0xA076_1D64_78BD_642F

  @inline(__always)
  static func hash(_ key: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: key.count)
    guard let start = key.baseAddress else { return mix(hash) }
    let bytes = UnsafeRawPointer(start)
    var place = 0
    while place + 16 < key.count {
      hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    let (first, last) = ShortBytes.ends(of: bytes + place, key.count - place)
    return mix(mix(hash ^ first) ^ last)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }
}
