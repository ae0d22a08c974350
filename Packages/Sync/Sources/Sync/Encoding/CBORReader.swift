import Domain

/// Reads deterministic CBOR item by item and refuses everything else: indefinite lengths, heads
/// that are longer than they need to be, keys out of order, bytes after the end.
///
/// Nothing is allocated by a declared size alone: a length is compared with the bytes that are
/// there.
struct CBORReader {
  /// The rule that the bytes break.
  enum Fault: String {
    case truncated
    case notShortest = "not-shortest"
    case indefinite
    case reserved
    case wrongType = "wrong-type"
    case outOfRange = "out-of-range"
    case duplicateKey = "duplicate-key"
    case unorderedKeys = "unordered-keys"
    case missingKey = "missing-key"
    case badText = "bad-text"
    case tooDeep = "too-deep"
    case trailing
    case empty
    case unordered
  }

  private let bytes: [UInt8]
  private let name: StaticString
  private let end: Int
  private(set) var position: Int

  /// Reads `bytes` from `start`; `name` stands in errors.
  init(_ bytes: [UInt8], from start: Int = 0, to end: Int? = nil, of name: StaticString) {
    self.bytes = bytes
    self.name = name
    self.end = min(end ?? bytes.count, bytes.count)
    position = min(start, self.end)
  }

  /// The bytes that are left.
  var remaining: Int { end - position }

  /// The error that names this place.
  func failure(_ fault: Fault, _ code: SyncError.Code? = nil) -> SyncError {
    SyncError(
      code ?? (fault == .truncated ? .truncated : .format),
      place: "\(name):\(position):\(fault.rawValue)")
  }

  /// Refuses bytes after the last item.
  func finish() throws(SyncError) {
    if position != end { throw failure(.trailing) }
  }
}

extension CBORReader {
  /// Major type of the next item, without reading it.
  func nextType() throws(SyncError) -> CBORType {
    guard position < end, let type = CBORType(rawValue: bytes[position] >> 5) else {
      throw failure(.truncated)
    }
    return type
  }

  /// The first byte of the next item, without reading it.
  func nextByte() throws(SyncError) -> UInt8 {
    guard position < end else { throw failure(.truncated) }
    return bytes[position]
  }

  mutating func unsigned() throws(SyncError) -> UInt64 {
    try argument(of: .unsigned)
  }

  /// A number no greater than `limit`.
  mutating func unsigned(upTo limit: UInt64) throws(SyncError) -> UInt64 {
    let value = try unsigned()
    guard value <= limit else { throw failure(.outOfRange) }
    return value
  }

  mutating func integer() throws(SyncError) -> Int64 {
    let isNegative = try nextType() == .negative
    let value = try argument(of: isNegative ? .negative : .unsigned)
    guard value <= UInt64(Int64.max) else { throw failure(.outOfRange) }
    return isNegative ? ~Int64(value) : Int64(value)
  }

  mutating func boolean() throws(SyncError) -> Bool {
    switch try nextByte() {
    case 0xF4:
      position += 1
      return false
    case 0xF5:
      position += 1
      return true
    default: throw failure(.wrongType)
    }
  }

  /// Reads a null if one is next.
  mutating func null() throws(SyncError) -> Bool {
    try mark(0xF6)
  }

  /// Reads an undefined if one is next.
  mutating func undefined() throws(SyncError) -> Bool {
    try mark(0xF7)
  }

  /// Reads what stands for an erased value if it is next.
  mutating func erased() throws(SyncError) -> Bool {
    try mark(CBORWriter.erasedMark)
  }

  private mutating func mark(_ byte: UInt8) throws(SyncError) -> Bool {
    guard try nextByte() == byte else { return false }
    position += 1
    return true
  }

  mutating func byteString(upTo limit: Int) throws(SyncError) -> [UInt8] {
    Array(bytes[try range(of: .bytes, upTo: limit)])
  }

  mutating func byteString(of count: Int) throws(SyncError) -> [UInt8] {
    let value = try range(of: .bytes, upTo: count)
    guard value.count == count else { throw failure(.outOfRange) }
    return Array(bytes[value])
  }

  mutating func text(upTo limit: Int) throws(SyncError) -> String {
    let range = try range(of: .text, upTo: limit)
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw failure(.badText)
    }
    return text
  }

  mutating func identifier() throws(SyncError) -> RecordID {
    let range = try range(of: .bytes, upTo: 16)
    guard range.count == 16 else { throw failure(.outOfRange) }
    return RecordID(
      high: bigEndian(at: range.lowerBound), low: bigEndian(at: range.lowerBound + 8))
  }

  mutating func replica() throws(SyncError) -> ReplicaID {
    ReplicaID(number: try identifier())
  }

  /// The number of items of an array, each of which takes a byte at least.
  mutating func array(upTo limit: Int = .max) throws(SyncError) -> Int {
    try count(of: .array, bytesEach: 1, upTo: limit)
  }

  /// Reads the head of an array that must have exactly this many items.
  mutating func array(of count: Int) throws(SyncError) {
    guard try array() == count else { throw failure(.outOfRange) }
  }

  /// The number of entries of a map, each of which takes two bytes at least.
  mutating func map(upTo limit: Int = .max) throws(SyncError) -> Int {
    try count(of: .map, bytesEach: 2, upTo: limit)
  }

  /// The next key of a map with numbers as keys; they ascend, so none comes twice.
  mutating func key(after previous: inout UInt64?) throws(SyncError) -> UInt64 {
    let key = try unsigned()
    if let previous, key <= previous {
      throw failure(key == previous ? .duplicateKey : .unorderedKeys)
    }
    previous = key
    return key
  }

  /// The bytes from `start` to here.
  func read(from start: Int) -> [UInt8] {
    Array(bytes[start..<position])
  }

  /// Passes over bytes that the caller knows to be there.
  mutating func advance(by count: Int) {
    position += min(count, remaining)
  }

  /// Goes back to a place that was read before.
  mutating func rewind(to start: Int) {
    position = min(start, position)
  }
}

extension CBORReader {
  /// Eight bytes that the caller knows to be there, the most significant first.
  private func bigEndian(at start: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in start..<start + 8 { value = value << 8 | UInt64(bytes[place]) }
    return value
  }

  private mutating func range(of type: CBORType, upTo limit: Int) throws(SyncError) -> Range<Int> {
    let length = try argument(of: type)
    guard length <= UInt64(remaining) else { throw failure(.truncated) }
    guard length <= UInt64(limit) else { throw failure(.outOfRange, .tooBig) }
    let start = position
    position += Int(length)
    return start..<position
  }

  private mutating func count(
    of type: CBORType, bytesEach: Int, upTo limit: Int
  ) throws(SyncError) -> Int {
    let count = try argument(of: type)
    guard count <= UInt64(remaining / bytesEach) else { throw failure(.truncated) }
    guard count <= UInt64(limit) else { throw failure(.outOfRange, .tooBig) }
    return Int(count)
  }

  private mutating func argument(of type: CBORType) throws(SyncError) -> UInt64 {
    guard position < end else { throw failure(.truncated) }
    guard bytes[position] >> 5 == type.rawValue else { throw failure(.wrongType) }
    return try argument()
  }

  /// Reads a head and returns its argument; the shortest form alone is accepted.
  mutating func argument() throws(SyncError) -> UInt64 {
    guard position < end else { throw failure(.truncated) }
    let short = bytes[position] & 0x1F
    if short < 24 {
      position += 1
      return UInt64(short)
    }
    guard short < 28 else { throw failure(short == 31 ? .indefinite : .reserved) }
    let width = 1 << Int(short - 24)
    guard remaining > width else { throw failure(.truncated) }
    var value: UInt64 = 0
    for place in position + 1...position + width {
      value = value << 8 | UInt64(bytes[place])
    }
    // A float or a simple value has no shorter form that means the same head.
    let least: UInt64 = width == 1 ? 24 : 1 << UInt64(width * 4)
    guard value >= least || bytes[position] >> 5 == CBORType.simple.rawValue else {
      throw failure(.notShortest)
    }
    position += 1 + width
    return value
  }
}
