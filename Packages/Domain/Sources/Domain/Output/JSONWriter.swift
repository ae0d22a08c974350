/// Writes JSON (RFC 8259) without white space, keys in the order they are given, so that equal
/// values give equal bytes.
public struct JSONWriter: Sendable {
  /// What has been written so far.
  public private(set) var text = ""
  private var needsComma = false

  /// Creates an empty writer.
  public init() {}

  /// Writes an object whose members `body` writes with ``key(_:)`` and a value each.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    text += "{"
    needsComma = false
    try body(&self)
    text += "}"
    needsComma = true
  }

  /// Writes an array with one value for each element, written by `body`.
  public mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) throws -> Void
  ) rethrows {
    separate()
    text += "["
    needsComma = false
    for element in elements { try body(&self, element) }
    text += "]"
    needsComma = true
  }

  /// Writes the name of the next member.
  public mutating func key(_ name: String) {
    separate()
    appendQuoted(name)
    text += ":"
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    appendQuoted(value)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ value: some BinaryInteger) { raw(String(value)) }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes a value that is JSON already.
  public mutating func raw(_ json: String) {
    separate()
    text += json
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  private mutating func appendQuoted(_ value: String) {
    text += "\""
    var value = value
    let isClean = value.withUTF8 { !JSONWriter.needsEscape($0) }
    if isClean { text += value } else { appendEscaped(value) }
    text += "\""
  }

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
      text += value[clean..<place]
      text += escape
      clean = value.unicodeScalars.index(after: place)
    }
    text += value[clean...]
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
