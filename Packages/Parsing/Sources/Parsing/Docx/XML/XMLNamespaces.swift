/// The prefixes that are bound to namespaces where the scanner stands (Namespaces in XML 1.0).
struct XMLNamespaces {
  /// A prefix of at most eight bytes, as one number; longer ones are not plain.
  typealias Prefix = UInt64

  private struct Binding {
    var prefix: Prefix
    var uri: UnsafeBufferPointer<UInt8>
    var space: XMLSpace
    var depth: Int
  }

  private var bindings: [Binding] = []
  /// The prefix that was looked up last, which most elements share.
  private var lastPrefix = Prefix.max
  private var lastSpace = XMLSpace.other
  private var deepest = 0
  /// Changes with every binding that begins or ends.
  private(set) var generation: UInt32 = 1
  private static let most = 256
  private static let reserved: [[UInt8]] = [
    Array("http://www.w3.org/XML/1998/namespace".utf8),
    Array("http://www.w3.org/2000/xmlns/".utf8),
  ]

  /// Binds a prefix, 0 for the default namespace.
  /// - Returns: Whether the binding is plain: one prefix a namespace, and nothing reserved.
  mutating func bind(
    _ prefix: Prefix, to uri: UnsafeBufferPointer<UInt8>, depth: Int
  ) -> Bool {
    guard bindings.count < Self.most, isPlain(uri), prefix & 0xFF_FFFF != Self.xml,
      !Self.reserved.contains(where: { uri.elementsEqual($0) }), isPlain(prefix, uri, depth)
    else { return false }
    lastPrefix = .max
    deepest = depth
    generation &+= 1
    bindings.append(Binding(prefix: prefix, uri: uri, space: XMLSpace(uri: uri), depth: depth))
    return true
  }

  /// An address or a name without anything that a rule of URIs could forbid (RFC 3986).
  private func isPlain(_ uri: UnsafeBufferPointer<UInt8>) -> Bool {
    let isName = uri.starts(with: "urn:".utf8)
    guard isName || uri.starts(with: "http://".utf8) else { return false }
    return uri.dropFirst(isName ? 4 : 7).allSatisfy { byte in
      (byte | 0x20) &- UInt8(ascii: "a") < 26 || TextScanner.isDigit(byte)
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_") || isName && byte == UInt8(ascii: ":")
    }
  }

  /// Two prefixes of one namespace could hide that two attributes are the same, and one prefix
  /// bound twice on an element is an error.
  private func isPlain(
    _ prefix: Prefix, _ uri: UnsafeBufferPointer<UInt8>, _ depth: Int
  ) -> Bool {
    bindings.allSatisfy { binding in
      if binding.prefix == prefix { return binding.depth != depth }
      return prefix == 0 || binding.prefix == 0 || binding.uri.count != uri.count
        || !binding.uri.elementsEqual(uri)
    }
  }

  /// Forgets the bindings of an element that ends.
  @inline(__always)
  mutating func leave(depth: Int) {
    if deepest >= depth { forget(depth: depth) }
  }

  private mutating func forget(depth: Int) {
    bindings.removeAll { $0.depth >= depth }
    deepest = bindings.last?.depth ?? 0
    generation &+= 1
    lastPrefix = .max
  }

  /// The namespace of a prefix; `nil` when it is not bound.
  @inline(__always)
  mutating func space(_ prefix: Prefix) -> XMLSpace? {
    prefix == lastPrefix ? lastSpace : find(prefix)
  }

  private mutating func find(_ prefix: Prefix) -> XMLSpace? {
    guard let binding = bindings.last(where: { $0.prefix == prefix }) else {
      return prefix == 0 || prefix == Self.xml ? .other : nil
    }
    lastPrefix = prefix
    lastSpace = binding.space
    return binding.space
  }

  /// The reserved prefix `xml`.
  private static let xml: Prefix = 0x6C_6D78
}
