/// Memory for the tag that is scanned, kept from tag to tag.
struct XMLTag {
  /// Where a name stands and where its local part starts.
  struct Name {
    var start: Int
    var local: Int
    var end: Int
    var prefix: XMLNamespaces.Prefix
  }

  static var deepest: Int { 256 }
  static var mostAttributes: Int { 64 }

  /// The names of the open elements.
  let open: UnsafeMutablePointer<Name>
  var depth = 0
  /// The attributes of the tag.
  let attributes: UnsafeMutablePointer<XMLAttribute>
  /// Their names.
  let names: UnsafeMutablePointer<Name>
  var count = 0
  /// Where values with references are decoded to, while their element is handled.
  private(set) var decoded: UnsafeMutableBufferPointer<UInt8>
  var decodedCount = 0

  init() {
    open = .allocate(capacity: Self.deepest)
    attributes = .allocate(capacity: Self.mostAttributes)
    names = .allocate(capacity: Self.mostAttributes)
    decoded = .allocate(capacity: 0)
  }

  func deallocate() {
    open.deallocate()
    attributes.deallocate()
    names.deallocate()
    decoded.deallocate()
  }

  /// Makes room for decoded text, once and for all: it is never longer than the part.
  mutating func reserveDecoded(_ capacity: Int) {
    guard decoded.count < capacity else { return }
    decoded.deallocate()
    decoded = .allocate(capacity: capacity)
  }
}
