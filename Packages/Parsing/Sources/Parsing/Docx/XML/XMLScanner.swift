import Glibc

/// Scans plain XML: UTF-8, no document type, no comments, no processing instructions, no CDATA.
///
/// Nearly every part of every document is that plain, and scanning it takes a fraction of the time
/// of a full parser. The scanner accepts only what is certainly well-formed; wherever it is in
/// doubt it gives up, and libxml2 reads the part from its start and judges.
struct XMLScanner<Consumer: XMLConsumer> {
  /// What takes the events.
  private(set) var consumer: Consumer
  /// The part, with the zeros of ``PartBuffer`` behind it: no byte of XML is zero, so that every
  /// loop ends there.
  let xml: UnsafePointer<UInt8>
  let count: Int
  let classes: UnsafePointer<UInt8>
  var place = 0
  var namespaces = XMLNamespaces()
  var tag = XMLTag()

  /// Scans a part.
  /// - Parameter xml: The bytes of a ``PartBuffer``.
  /// - Returns: The consumer after the last event, or `nil` when the part is not plain.
  static func scan(_ xml: UnsafeBufferPointer<UInt8>, into consumer: Consumer) -> Consumer? {
    XMLByteClass.table.withUnsafeBufferPointer { classes in
      guard let base = xml.baseAddress, let classes = classes.baseAddress else { return nil }
      var scanner = XMLScanner(consumer: consumer, xml: base, count: xml.count, classes: classes)
      defer { scanner.tag.deallocate() }
      return scanner.scanAll() ? scanner.consumer : nil
    }
  }

  private mutating func scanAll() -> Bool {
    guard skipDeclaration() else { return false }
    skipSpace()
    guard xml[place] == UInt8(ascii: "<") else { return false }
    place += 1
    guard startElement() else { return false }
    while tag.depth > 0 {
      if xml[place] != UInt8(ascii: "<") {
        guard scanText() else { return false }
      }
      place += 1
      guard xml[place] == UInt8(ascii: "/") ? endElement() : startElement() else { return false }
    }
    skipSpace()
    return place == count
  }

  /// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, which may be missing.
  private mutating func skipDeclaration() -> Bool {
    if slice(0..<count).starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    let text = slice(place..<count)
    guard text.starts(with: "<?xml ".utf8) else { return true }
    if text.starts(with: Self.usualDeclaration) {
      place += Self.usualDeclaration.count
      return true
    }
    guard let end = text.prefix(200).firstIndex(of: UInt8(ascii: ">")) else { return false }
    let words = String(decoding: text[6..<end], as: UTF8.self).lowercased()
      .split { $0 == " " || $0 == "\r" || $0 == "\n" || $0 == "?" }
    let plain: Set<Substring> = [
      "version=\"1.0\"", "version='1.0'", "encoding=\"utf-8\"", "encoding='utf-8'",
      "standalone=\"yes\"", "standalone=\"no\"", "standalone='yes'", "standalone='no'",
    ]
    guard words.allSatisfy(plain.contains), text[end - 1] == UInt8(ascii: "?") else { return false }
    place += end + 1
    return true
  }

  private static var usualDeclaration: String.UTF8View {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>".utf8
  }

  // MARK: Text

  /// Scans up to the next markup, in an element.
  @inline(__always)
  private mutating func scanText() -> Bool {
    let start = place
    var end = start
    var hasReference = false
    while true {
      let byte = xml[end]
      guard classes[Int(byte)] & XMLByteClass.special != 0 else {
        end += 1
        continue
      }
      if byte == UInt8(ascii: "<") { break }
      if byte >= 0x80 {
        let length = XMLText.sequenceLength(xml + end)
        guard length > 0 else { return false }
        end += length
      } else if byte == UInt8(ascii: "&") {
        hasReference = true
        end += 1
      } else {
        guard byte == UInt8(ascii: "]"), xml[end + 1] != byte else { return false }
        end += 1
      }
    }
    place = end
    if hasReference { return scanReferences(start..<end) }
    consumer.text(slice(start..<end))
    return true
  }

  private mutating func scanReferences(_ text: Range<Int>) -> Bool {
    tag.reserveDecoded(count)
    guard let end = XMLText.decode(slice(text), to: tag.decoded, at: 0) else { return false }
    consumer.text(UnsafeBufferPointer(rebasing: tag.decoded[..<end]))
    return true
  }

  // MARK: Elements

  @inline(__always)
  private mutating func endElement() -> Bool {
    let open = tag.open[tag.depth - 1]
    let start = place + 1
    if open.mask != 0 {
      guard word(at: start) & open.mask == open.word else { return false }
    } else {
      guard start + open.length <= count, memcmp(xml + start, xml + open.start, open.length) == 0
      else { return false }
    }
    place = start + open.length
    if xml[place] != UInt8(ascii: ">") { skipSpace() }
    guard xml[place] == UInt8(ascii: ">") else { return false }
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
    let start = place
    guard tag.depth < XMLTag.deepest, let name = scanName(inElement: true) else { return false }
    let length = place - start
    let mask: UInt64 = length < 8 ? 1 << UInt64(length &* 8) &- 1 : length == 8 ? .max : 0
    let open = XMLTag.Open(start: start, length: length, word: word(at: start) & mask, mask: mask)
    tag.open[tag.depth] = open
    tag.depth += 1
    guard let isEmpty = scanAttributes() else { return false }
    var space = name.generation == namespaces.generation ? name.space : nil
    if space == nil { space = namespaces.space(name.prefix) }
    guard let space else { return false }
    consumer.start(
      XMLName(space, name.local),
      XMLAttributes(UnsafeBufferPointer(start: tag.attributes, count: tag.count)),
      depth: tag.depth)
    if isEmpty {
      leaveElement()
    } else if consumer.skipsElement {
      return skipContent(of: open)
    }
    return true
  }

  /// Goes to the end tag of an element of which nothing matters.
  ///
  /// An element of the same name in it would end it too early; its own end tag is then one too
  /// many, and the part is not plain.
  private mutating func skipContent(of open: XMLTag.Open) -> Bool {
    let name = slice(open.start..<open.start + open.length)
    return ([UInt8(ascii: "<"), UInt8(ascii: "/")] + name + [0]).withUnsafeBytes { sought in
      guard let sought = sought.baseAddress?.assumingMemoryBound(to: CChar.self) else {
        return false
      }
      // The zeros behind the part end it as a string of C.
      while let found = strstr(characters(from: place), sought) {
        let end = UnsafeRawPointer(xml).distance(to: UnsafeRawPointer(found))
        guard isPlain(place..<end) else { return false }
        place = end + 1
        let after = xml[end + 2 + open.length]
        if classes[Int(after)] & XMLByteClass.name == 0 { return endElement() }
      }
      return false
    }
  }

  private func characters(from place: Int) -> UnsafePointer<CChar> {
    UnsafeRawPointer(xml + place).assumingMemoryBound(to: CChar.self)
  }

  /// Whether no comment, no CDATA and no processing instruction starts in a range.
  private func isPlain(_ range: Range<Int>) -> Bool {
    for sign in [UInt8(ascii: "!"), UInt8(ascii: "?")] {
      var start = range.lowerBound
      while let found = memchr(xml + start, Int32(sign), range.upperBound - start) {
        start = xml.distance(to: found.assumingMemoryBound(to: UInt8.self))
        if xml[start - 1] == UInt8(ascii: "<") { return false }
        start += 1
      }
    }
    return true
  }
}
