/// What bytes may be in the plain XML that ``XMLScanner`` takes.
enum XMLByteClass {
  /// May stand in a name: letters, digits, `.`, `-`, `_`, `:`.
  static let name: UInt8 = 1
  /// Ends a run of text or needs a second look in it: `<`, `&`, `]`, controls, all beyond ASCII.
  static let special: UInt8 = 2
  /// A space, a tab or a line end.
  static let space: UInt8 = 4

  /// The classes of each byte.
  static let table: [UInt8] = (0...255).map { (number: Int) in
    let byte = UInt8(number)
    var classes: UInt8 = 0
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: ":"):
      classes |= name
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "]"): classes |= special
    case 0x20, 0x09, 0x0A, 0x0D: classes |= space
    case 0..<0x20, 0x80...0xFF: classes |= special
    default: break
    }
    return classes
  }
}
