import CLibXML2

/// The state of one parse, at the address that libxml2 passes to its callbacks.
///
/// A struct behind a plain pointer: callbacks then cost no reference counting.
struct XMLSession<Consumer: XMLConsumer> {
  /// What takes the events.
  var consumer: Consumer
  /// The first rule of ours that the part broke.
  private(set) var refusal: ReadingError.Code?
  private let context: xmlParserCtxtPtr
  private var depth = 0
  private var attributes: [XMLAttribute] = []
  /// Deeper than any document of a person and any producer; the deepest real one known has 29
  /// levels.
  private static var deepest: Int { 256 }

  init(_ consumer: Consumer, _ context: xmlParserCtxtPtr) {
    self.consumer = consumer
    self.context = context
  }

  static func start(
    _ session: UnsafeMutableRawPointer?, _ local: UnsafePointer<xmlChar>?,
    _ space: UnsafePointer<xmlChar>?, _ count: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let session = session?.assumingMemoryBound(to: Self.self) else { return }
    session.pointee.depth += 1
    guard session.pointee.depth <= deepest else { return refuse(session, .xmlDepth) }
    session.pointee.attributes.removeAll(keepingCapacity: true)
    for index in 0..<Int(count) {
      guard let entry = attributes.map({ $0 + index * 5 }), let start = entry[3], let end = entry[4]
      else { continue }
      session.pointee.attributes.append(
        XMLAttribute(
          name: name(entry[0], entry[2]),
          value: UnsafeBufferPointer(start: start, count: end - start)))
    }
    let restored = restoreAmpersands(&session.pointee.attributes)
    defer { restored?.deallocate() }
    session.pointee.attributes.withUnsafeBufferPointer {
      session.pointee.consumer.start(
        name(local, space), XMLAttributes($0), depth: session.pointee.depth)
    }
  }

  /// libxml2 leaves each `&` of a value as the reference `&#38;`, for a tree that it does not build
  /// here.
  /// - Returns: The memory of the values, if any of them had one.
  private static func restoreAmpersands(
    _ attributes: inout [XMLAttribute]
  ) -> UnsafeMutableBufferPointer<UInt8>? {
    guard attributes.contains(where: { $0.value.contains(UInt8(ascii: "&")) }) else { return nil }
    let length = attributes.reduce(0) { $0 + $1.value.count }
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: length)
    var end = 0
    for index in attributes.indices {
      let (value, start) = (attributes[index].value, end)
      var place = 0
      while place < value.count {
        memory[end] = value[place]
        end += 1
        place += value[place...].starts(with: "&#38;".utf8) ? 5 : 1
      }
      attributes[index].value = UnsafeBufferPointer(rebasing: memory[start..<end])
    }
    return memory
  }

  static func end(_ session: UnsafeMutableRawPointer?) {
    guard let session = session?.assumingMemoryBound(to: Self.self) else { return }
    session.pointee.consumer.end(depth: session.pointee.depth)
    session.pointee.depth -= 1
  }

  static func text(
    _ session: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: Int32
  ) {
    guard let session = session?.assumingMemoryBound(to: Self.self) else { return }
    session.pointee.consumer.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  /// Office Open XML has no document type (ECMA-376 part 2, 8.1.4), and entities are how XML
  /// attacks.
  static func refuseDocumentType(_ session: UnsafeMutableRawPointer?) {
    guard let session = session?.assumingMemoryBound(to: Self.self) else { return }
    refuse(session, .xmlDTD)
  }

  private static func refuse(
    _ session: UnsafeMutablePointer<Self>, _ code: ReadingError.Code
  ) {
    if session.pointee.refusal == nil { session.pointee.refusal = code }
    xmlStopParser(session.pointee.context)
  }

  private static func name(
    _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?
  ) -> XMLName {
    let bytes = UnsafeBufferPointer(start: local, count: Int(xmlStrlen(local)))
    let uri = UnsafeBufferPointer(start: space, count: Int(xmlStrlen(space)))
    return XMLName(XMLSpace(uri: uri), XMLNameIndex.shared.local(bytes))
  }
}
