import Domain

/// Writes deterministic CBOR (RFC 8949, section 4.2.1): shortest heads, definite lengths.
///
/// The caller writes the keys of a map in ascending order.
struct CBORWriter {
  /// What has been written.
  private(set) var bytes: [UInt8]

  init(after prefix: [UInt8] = [], reserving capacity: Int = 64) {
    bytes = prefix
    bytes.reserveCapacity(prefix.count + capacity)
  }

  /// Hands the bytes over, so that whoever goes on writing them need not copy.
  consuming func take() -> [UInt8] {
    bytes
  }

  mutating func unsigned(_ value: UInt64) {
    head(.unsigned, value)
  }

  mutating func integer(_ value: Int64) {
    if value >= 0 {
      head(.unsigned, UInt64(value))
    } else {
      head(.negative, ~UInt64(bitPattern: value))
    }
  }

  mutating func byteString(_ value: [UInt8]) {
    head(.bytes, UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  mutating func text(_ value: String) {
    let utf8 = value.utf8
    head(.text, UInt64(utf8.count))
    bytes.append(contentsOf: utf8)
  }

  mutating func array(_ count: Int) {
    head(.array, UInt64(count))
  }

  mutating func map(_ count: Int) {
    head(.map, UInt64(count))
  }

  mutating func boolean(_ value: Bool) {
    bytes.append(value ? 0xF5 : 0xF4)
  }

  mutating func null() {
    bytes.append(0xF6)
  }

  /// Says that the value lies elsewhere.
  mutating func undefined() {
    bytes.append(0xF7)
  }

  /// What stands for a value that was erased: the simple value 0.
  static let erasedMark: UInt8 = 0xE0

  mutating func erased() {
    bytes.append(Self.erasedMark)
  }

  /// Appends an item that is encoded already.
  mutating func encoded(_ item: [UInt8]) {
    bytes.append(contentsOf: item)
  }

  /// Writes an identifier as a byte string of 16.
  mutating func identifier(_ value: RecordID) {
    bytes.append(0x50)
    bigEndian(value.high)
    bigEndian(value.low)
  }

  mutating func replica(_ value: ReplicaID) {
    identifier(value.number)
  }

  private mutating func head(_ type: CBORType, _ argument: UInt64) {
    let major = type.rawValue << 5
    switch argument {
    case 0..<24:
      bytes.append(major | UInt8(argument))
    case 24..<0x100:
      bytes.append(major | 24)
      bytes.append(UInt8(argument))
    case 0x100..<0x1_0000:
      bytes.append(major | 25)
      bytes.append(UInt8(argument >> 8))
      bytes.append(UInt8(truncatingIfNeeded: argument))
    case 0x1_0000..<0x1_0000_0000:
      bytes.append(major | 26)
      withUnsafeBytes(of: UInt32(argument).bigEndian) { bytes.append(contentsOf: $0) }
    default:
      bytes.append(major | 27)
      bigEndian(argument)
    }
  }

  private mutating func bigEndian(_ value: UInt64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }
}

/// The major types of CBOR (RFC 8949, section 3.1).
enum CBORType: UInt8 {
  case unsigned = 0
  case negative = 1
  case bytes = 2
  case text = 3
  case array = 4
  case map = 5
  case tag = 6
  case simple = 7
}
