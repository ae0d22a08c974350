/// An attribute, valid while its element is handled.
struct XMLAttribute {
  /// Its name.
  var name: XMLName
  /// Its value, references replaced.
  var value: UnsafeBufferPointer<UInt8>
}

/// The attributes of an element, valid while it is handled.
struct XMLAttributes {
  private let attributes: UnsafeBufferPointer<XMLAttribute>

  /// Wraps the attributes.
  init(_ attributes: UnsafeBufferPointer<XMLAttribute>) {
    self.attributes = attributes
  }

  /// The value of the first attribute with a local name, in whichever namespace.
  @inline(__always)
  subscript(_ local: XMLLocal) -> XMLValue? {
    for attribute in attributes where attribute.name.local == local {
      return XMLValue(bytes: attribute.value)
    }
    return nil
  }

  /// The value of the attribute with a name in a namespace.
  func value(_ local: XMLLocal, in space: XMLSpace) -> XMLValue? {
    for attribute in attributes where attribute.name == XMLName(space, local) {
      return XMLValue(bytes: attribute.value)
    }
    return nil
  }

  /// Whether an on-off property that stands here is on: it is, unless `val` says no.
  var isOn: Bool { !(self[.val]?.isOff ?? false) }
}
