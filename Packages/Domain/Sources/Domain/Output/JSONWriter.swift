/// Writes JSON (RFC 8259) without white space, keys in the order they are given, so that equal
/// values give equal bytes.
public struct JSONWriter: Sendable {
  /// What has been written so far, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// What has been written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Creates an empty writer.
  public init() {}

  /// Writes an object whose members `body` writes with ``key(_:)`` and a value each.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    append("{")
    needsComma = false
    try body(&self)
    append("}")
    needsComma = true
  }

  /// Writes an array with one value for each element, written by `body`.
  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) throws -> Void
  ) rethrows {
    separate()
    append("[")
    needsComma = false
    for element in elements { try body(&self, element) }
    append("]")
    needsComma = true
  }

  /// Writes an array with one value a line.
  public mutating func lines<Elements: Collection>(
    of elements: Elements, _ body: (inout JSONWriter, Elements.Element) throws -> Void
  ) rethrows {
    guard !elements.isEmpty else { return raw("[]") }
    separate()
    append("[")
    for element in elements {
      separate()
      endLine()
      try body(&self, element)
    }
    endLine()
    append("]")
    needsComma = true
  }

  /// Ends a line; what comes next is a value of its own.
  public mutating func endLine() {
    append("\n")
    needsComma = false
  }

  /// Writes the name of the next member.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    append(":")
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    appendQuoted(value)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ value: some BinaryInteger) {
    guard let small = UInt32(exactly: value) else { return raw(String(value)) }
    separate()
    appendDigits(small)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes a value that is JSON already.
  public mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { append(",") }
    needsComma = false
  }

  /// Most numbers are small places in texts, for which a string of their own would cost more.
  private mutating func appendDigits(_ value: UInt32) {
    var power: UInt32 = 1
    while value / power >= 10 { power *= 10 }
    var rest = value
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }

  private mutating func appendQuoted(_ value: String) {
    append("\"")
    var value = value
    let isClean = value.withUTF8 { utf8 in
      guard !JSONWriter.needsEscape(utf8) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    if !isClean { appendEscaped(value) }
    append("\"")
  }

  private mutating func append(_ sign: Unicode.Scalar) { bytes.append(UInt8(ascii: sign)) }

  /// Whether a text cannot stand in quotes as it is. Nearly all can, so this looks at bytes alone;
  /// E2 80 A8 and E2 80 A9 are the two line ends beyond ASCII.
  private static func needsEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return true }
      if byte == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80,
        bytes[place + 2] & 0xFE == 0xA8
      {
        return true
      }
      place += 1
    }
    return false
  }

  private mutating func appendEscaped(_ value: String) {
    var clean = value.startIndex
    for place in value.unicodeScalars.indices {
      guard let escape = escape(value.unicodeScalars[place]) else { continue }
      bytes.append(contentsOf: value[clean..<place].utf8)
      bytes.append(contentsOf: escape.utf8)
      clean = value.unicodeScalars.index(after: place)
    }
    bytes.append(contentsOf: value[clean...].utf8)
  }

  private func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return nil
    }
  }
}
