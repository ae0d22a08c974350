import Glibc

/// Scans plain XML: UTF-8, no document type, no comments, no processing instructions, no CDATA.
///
/// Nearly every part of every document is that plain, and scanning it takes a fraction of the time
/// of a full parser. The scanner accepts only what is certainly well-formed; wherever it is in
/// doubt it gives up, and libxml2 reads the part from its start and judges.
struct XMLScanner<Consumer: XMLConsumer> {
  /// What takes the events.
  private(set) var consumer: Consumer
  let xml: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<UInt8>
  let names: XMLNameIndex
  var place = 0
  var namespaces = XMLNamespaces()
  var tag = XMLTag()

  /// Scans a part.
  /// - Returns: The consumer after the last event, or `nil` when the part is not plain.
  static func scan(_ xml: UnsafeBufferPointer<UInt8>, into consumer: Consumer) -> Consumer? {
    XMLByteClass.table.withUnsafeBufferPointer { classes in
      var scanner = XMLScanner(consumer: consumer, xml: xml, classes: classes, names: .shared)
      defer { scanner.tag.deallocate() }
      return scanner.scanAll() ? scanner.consumer : nil
    }
  }

  private mutating func scanAll() -> Bool {
    guard skipDeclaration() else { return false }
    var hasRoot = false
    while true {
      guard let seen = scanText() else { return false }
      if tag.depth == 0, seen { return false }
      if place == xml.count { return hasRoot && tag.depth == 0 }
      if tag.depth == 0, hasRoot { return false }
      place += 1
      guard place < xml.count else { return false }
      if xml[place] == UInt8(ascii: "/") {
        guard endElement() else { return false }
      } else {
        guard startElement() else { return false }
      }
      hasRoot = true
    }
  }

  /// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, which may be missing.
  private mutating func skipDeclaration() -> Bool {
    if xml.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    guard xml[place...].starts(with: "<?xml ".utf8) else { return true }
    if xml[place...].starts(with: Self.usualDeclaration) {
      place += Self.usualDeclaration.count
      return true
    }
    guard let end = xml[place...].prefix(200).firstIndex(of: UInt8(ascii: ">")) else {
      return false
    }
    let words = String(decoding: xml[(place + 6)..<end], as: UTF8.self).lowercased()
      .split { $0 == " " || $0 == "\r" || $0 == "\n" || $0 == "?" }
    let plain: Set<Substring> = [
      "version=\"1.0\"", "version='1.0'", "encoding=\"utf-8\"", "encoding='utf-8'",
      "standalone=\"yes\"", "standalone=\"no\"", "standalone='yes'", "standalone='no'",
    ]
    guard words.allSatisfy(plain.contains), xml[end - 1] == UInt8(ascii: "?") else { return false }
    place = end + 1
    return true
  }

  private static var usualDeclaration: String.UTF8View {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>".utf8
  }

  // MARK: Text

  /// Scans up to the next markup.
  /// - Returns: Whether there was more than space; `nil` when the text is not plain.
  @inline(__always)
  private mutating func scanText() -> Bool? {
    let start = place
    var end = start
    var seen: UInt8 = 0
    var all: UInt8 = 0xFF
    while end < xml.count {
      let byteClass = classes[Int(xml[end])]
      if byteClass & XMLByteClass.markup != 0 { break }
      seen |= byteClass
      all &= byteClass
      end += 1
    }
    guard end > start else { return false }
    place = end
    let text = UnsafeBufferPointer(rebasing: xml[start..<end])
    if seen & XMLByteClass.special != 0 {
      guard XMLText.isPlain(text) else { return nil }
      if seen & XMLByteClass.reference != 0 { return scanReferences(text) ? true : nil }
    }
    if tag.depth > 0 { consumer.text(text) }
    return all & XMLByteClass.space == 0
  }

  private mutating func scanReferences(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    tag.reserveDecoded(xml.count)
    guard let count = XMLText.decode(text, to: tag.decoded, at: 0) else { return false }
    consumer.text(UnsafeBufferPointer(rebasing: tag.decoded[..<count]))
    return true
  }

  // MARK: Elements

  @inline(__always)
  private mutating func endElement() -> Bool {
    guard tag.depth > 0 else { return false }
    let name = tag.open[tag.depth - 1]
    let start = place + 1
    let end = start + name.end - name.start
    guard end < xml.count else { return false }
    for offset in 0..<(end - start) where xml[start + offset] != xml[name.start + offset] {
      return false
    }
    place = end
    if xml[place] != UInt8(ascii: ">") { skipSpace() }
    guard place < xml.count, xml[place] == UInt8(ascii: ">") else { return false }
    place += 1
    leaveElement()
    return true
  }

  @inline(__always)
  private mutating func leaveElement() {
    consumer.end(depth: tag.depth)
    namespaces.leave(depth: tag.depth)
    tag.depth -= 1
  }

  @inline(__always)
  private mutating func startElement() -> Bool {
    guard let name = scanName(), tag.depth < XMLTag.deepest else { return false }
    tag.open[tag.depth] = name
    tag.depth += 1
    guard let isEmpty = scanAttributes(), let space = namespaces.space(name.prefix) else {
      return false
    }
    consumer.start(
      XMLName(space, local(name)),
      XMLAttributes(UnsafeBufferPointer(start: tag.attributes, count: tag.count)),
      depth: tag.depth)
    if isEmpty {
      leaveElement()
    } else if consumer.skipsElement {
      return skipContent(of: name)
    }
    return true
  }

  /// Goes to the end tag of an element of which nothing matters.
  ///
  /// An element of the same name in it would end it too early; its own end tag is then one too
  /// many, and the part is not plain.
  private mutating func skipContent(of name: XMLTag.Name) -> Bool {
    guard let base = xml.baseAddress else { return false }
    while let found = memchr(base + place, Int32(UInt8(ascii: "<")), xml.count - place) {
      place = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
      guard place < xml.count else { return false }
      switch xml[place] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): return false
      case UInt8(ascii: "/"):
        let start = place + 1
        let end = start + name.end - name.start
        if end < xml.count, classes[Int(xml[end])] & XMLByteClass.name == 0,
          slice(start..<end).elementsEqual(slice(name.start..<name.end))
        {
          return endElement()
        }
      default: break
      }
    }
    return false
  }
}
