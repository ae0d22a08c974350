/// Memory for the tag that is scanned, kept from tag to tag.
struct XMLTag {
  /// An element that has started.
  struct Open {
    /// Where its name stands.
    var start: Int
    var length: Int
    /// The name, when it is no longer than eight bytes; else the mask is 0.
    var word: UInt64
    var mask: UInt64
  }

  /// A name and what it means.
  struct Name {
    /// Its bytes, when there are at most 15.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var length: UInt8
    var prefix: XMLNamespaces.Prefix
    var local = XMLLocal.other
    /// The namespace, `nil` when the prefix is not bound; right only in its generation of bindings.
    var space: XMLSpace?
    var generation: UInt32 = 0
    /// Whether it is `xmlns` or starts with `xmlns:`.
    var isBinding = false
  }

  static var deepest: Int { 256 }
  static var mostAttributes: Int { 64 }
  static var longestValue: Int { 1 << 20 }
  private static var slots: Int { 256 }

  /// The names of the open elements.
  let open: UnsafeMutablePointer<Open>
  var depth = 0
  /// The names that were met, by their bytes; a later one takes the slot of an earlier one.
  let known: UnsafeMutablePointer<Name>
  /// The attributes of the tag.
  let attributes: UnsafeMutablePointer<XMLAttribute>
  /// Their names, and where they start.
  let names: UnsafeMutablePointer<Name>
  let starts: UnsafeMutablePointer<Int>
  var count = 0
  /// Where values with references are decoded to, while their element is handled.
  private(set) var decoded: UnsafeMutableBufferPointer<UInt8>
  var decodedCount = 0

  init() {
    open = .allocate(capacity: Self.deepest)
    known = .allocate(capacity: Self.slots)
    known.initialize(repeating: Name(length: 0, prefix: 0), count: Self.slots)
    attributes = .allocate(capacity: Self.mostAttributes)
    names = .allocate(capacity: Self.mostAttributes)
    starts = .allocate(capacity: Self.mostAttributes)
    decoded = .allocate(capacity: 0)
  }

  func deallocate() {
    open.deallocate()
    known.deallocate()
    attributes.deallocate()
    names.deallocate()
    starts.deallocate()
    decoded.deallocate()
  }

  /// The slot of a name.
  @inline(__always)
  static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 56)
  }

  /// Makes room for decoded text, once and for all: it is never longer than the part.
  mutating func reserveDecoded(_ capacity: Int) {
    guard decoded.count < capacity else { return }
    decoded.deallocate()
    decoded = .allocate(capacity: capacity)
  }
}
