import CLibXML2

/// The attributes of an element, valid while it is handled.
struct XMLAttributes {
  /// Five pointers an attribute: name, prefix, namespace, start and end of the value.
  private let base: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let count: Int
  private let names: XMLNameTable

  /// Wraps what libxml2 hands over.
  init(_ base: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, names: XMLNameTable) {
    self.base = base
    self.count = count
    self.names = names
  }

  /// The value of the first attribute with a local name, in whichever namespace.
  @inline(__always)
  subscript(_ local: XMLLocal) -> XMLValue? {
    guard let base, count > 0 else { return nil }
    let name = names.pointer(local)
    for index in 0..<count where base[index * 5] == name { return value(base + index * 5) }
    return nil
  }

  /// The value of the attribute with a name in a namespace.
  func value(_ local: XMLLocal, in space: XMLSpace) -> XMLValue? {
    guard let base else { return nil }
    let name = names.pointer(local)
    for index in 0..<count
    where base[index * 5] == name && names.space(base[index * 5 + 2]) == space {
      return value(base + index * 5)
    }
    return nil
  }

  private func value(_ entry: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) -> XMLValue? {
    guard let start = entry[3], let end = entry[4] else { return nil }
    return XMLValue(bytes: UnsafeBufferPointer(start: start, count: end - start))
  }
}

extension XMLAttributes {
  /// Whether an on-off property that stands here is on: it is, unless `val` says no.
  var isOn: Bool { !(self[.val]?.isOff ?? false) }
}
