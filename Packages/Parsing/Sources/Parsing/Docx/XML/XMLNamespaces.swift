/// The prefixes that are bound to namespaces where the scanner stands (Namespaces in XML 1.0).
struct XMLNamespaces {
  private struct Binding {
    var prefix: UnsafeBufferPointer<UInt8>
    var uri: UnsafeBufferPointer<UInt8>
    var space: XMLSpace
    var depth: Int
  }

  private var bindings: [Binding] = []
  /// The prefix that was looked up last, which most elements share.
  private var last: Binding?
  private static let most = 256
  private static let reserved: Set<String> = [
    "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/",
  ]

  /// Binds a prefix, empty for the default namespace.
  /// - Returns: Whether the binding is plain: one prefix a namespace, and nothing reserved.
  mutating func bind(
    _ prefix: UnsafeBufferPointer<UInt8>, to uri: UnsafeBufferPointer<UInt8>, depth: Int
  ) -> Bool {
    let name = String(decoding: uri, as: UTF8.self)
    guard bindings.count < Self.most, !uri.isEmpty, !prefix.starts(with: "xml".utf8),
      !Self.reserved.contains(name), isPlain(prefix, uri, depth)
    else { return false }
    last = nil
    bindings.append(
      Binding(prefix: prefix, uri: uri, space: XMLSpace(uri: uri), depth: depth))
    return true
  }

  /// Two prefixes of one namespace could hide that two attributes are the same, and one prefix bound
  /// twice on an element is an error.
  private func isPlain(
    _ prefix: UnsafeBufferPointer<UInt8>, _ uri: UnsafeBufferPointer<UInt8>, _ depth: Int
  ) -> Bool {
    bindings.allSatisfy { binding in
      let isSamePrefix = binding.prefix.elementsEqual(prefix)
      if binding.depth == depth, isSamePrefix { return false }
      return isSamePrefix || prefix.isEmpty || binding.prefix.isEmpty
        || binding.uri.count != uri.count || !binding.uri.elementsEqual(uri)
    }
  }

  /// Forgets the bindings of an element that ends.
  @inline(__always)
  mutating func leave(depth: Int) {
    while let binding = bindings.last, binding.depth >= depth {
      bindings.removeLast()
      last = nil
    }
  }

  /// The namespace of a prefix; `nil` when it is not bound.
  @inline(__always)
  mutating func space(_ prefix: UnsafeBufferPointer<UInt8>) -> XMLSpace? {
    if let last, last.prefix.count == prefix.count, last.prefix.elementsEqual(prefix) {
      return last.space
    }
    return find(prefix)
  }

  private mutating func find(_ prefix: UnsafeBufferPointer<UInt8>) -> XMLSpace? {
    guard let binding = bindings.last(where: { $0.prefix.elementsEqual(prefix) }) else {
      return prefix.isEmpty || prefix.elementsEqual("xml".utf8) ? .other : nil
    }
    last = binding
    return binding.space
  }
}
