import CLibXML2

/// What takes the events of one part.
///
/// Each consumer gives its own C functions, so that the compiler
/// makes one specialized path from libxml2 to it.
protocol XMLConsumer {
  /// The C functions, each of which calls `XMLSession` of this type.
  static var callbacks: XMLCallbacks { get }

  /// An element starts; the root has depth 1.
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int)
  /// The element that started at this depth ends.
  mutating func end(depth: Int)
  /// Whether nothing in the element that has just started matters, so that its content may be
  /// passed over unread.
  var skipsElement: Bool { get }
  /// A piece of text; one text may come in several pieces, none of which cuts a character.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension XMLConsumer {
  var skipsElement: Bool { false }
  mutating func end(depth: Int) {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The functions that libxml2 calls.
struct XMLCallbacks: Sendable {
  let start: startElementNsSAX2Func
  let end: endElementNsSAX2Func
  let text: charactersSAXFunc
  let documentType: internalSubsetSAXFunc
}
