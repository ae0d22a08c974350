/// Scans plain XML: UTF-8, no document type, no comments, no processing instructions, no CDATA.
///
/// Nearly every part of every document is that plain, and scanning it takes a fraction of the time of a
/// full parser. The scanner accepts only what is certainly well-formed; wherever it is in doubt it gives
/// up, and libxml2 reads the part from its start and judges.
struct XMLScanner<Consumer: XMLConsumer> {
  /// What takes the events.
  private(set) var consumer: Consumer
  private let xml: UnsafeBufferPointer<UInt8>
  private let classes: UnsafeBufferPointer<UInt8>
  private let names: XMLNameIndex
  private var place = 0
  private var namespaces = XMLNamespaces()
  private var open: [Range<Int>] = []
  private var attributes: [XMLAttribute] = []
  private var attributeNames: [Range<Int>] = []
  /// Where values with references are decoded to, while their element is handled.
  private var decoded: UnsafeMutableBufferPointer<UInt8>
  private var decodedCount = 0
  private static var deepest: Int { 256 }
  private static var mostAttributes: Int { 64 }

  /// Scans a part.
  /// - Returns: The consumer after the last event, or `nil` when the part is not plain.
  static func scan(_ xml: UnsafeBufferPointer<UInt8>, into consumer: Consumer) -> Consumer? {
    XMLByteClass.table.withUnsafeBufferPointer { classes in
      var scanner = XMLScanner(consumer, xml, classes)
      defer { scanner.decoded.deallocate() }
      return scanner.scanAll() ? scanner.consumer : nil
    }
  }

  private init(
    _ consumer: Consumer, _ xml: UnsafeBufferPointer<UInt8>,
    _ classes: UnsafeBufferPointer<UInt8>
  ) {
    self.consumer = consumer
    self.xml = xml
    self.classes = classes
    names = .shared
    decoded = .allocate(capacity: 0)
    open.reserveCapacity(Self.deepest)
  }

  private mutating func scanAll() -> Bool {
    guard skipDeclaration() else { return false }
    var hasRoot = false
    while true {
      guard let seen = scanText() else { return false }
      if place == xml.count { return hasRoot && open.isEmpty }
      if open.isEmpty, hasRoot || seen { return false }
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

  // MARK: Text

  /// Scans up to the next markup.
  /// - Returns: Whether there was more than space; `nil` when the text is not plain.
  private mutating func scanText() -> Bool? {
    let start = place
    var seen: UInt8 = 0
    var all: UInt8 = 0xFF
    while place < xml.count {
      let byteClass = classes[Int(xml[place])]
      if byteClass & XMLByteClass.markup != 0 { break }
      seen |= byteClass
      all &= byteClass
      place += 1
    }
    guard place > start else { return false }
    let text = UnsafeBufferPointer(rebasing: xml[start..<place])
    if seen & XMLByteClass.special != 0 {
      guard XMLText.isPlain(text) else { return nil }
      if text.contains(UInt8(ascii: "&")) { return scanReferences(text) ? true : nil }
    }
    if open.isEmpty, all & XMLByteClass.space == 0 { return nil }
    consumer.text(text)
    return all & XMLByteClass.space == 0
  }

  private mutating func scanReferences(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    reserveDecoded(text.count)
    guard let count = XMLText.decode(text, to: decoded, at: 0) else { return false }
    consumer.text(UnsafeBufferPointer(rebasing: decoded[..<count]))
    return true
  }

  private mutating func reserveDecoded(_ count: Int) {
    guard decoded.count < count else { return }
    decoded.deallocate()
    decoded = .allocate(capacity: xml.count)
  }

  // MARK: Elements

  private mutating func endElement() -> Bool {
    place += 1
    guard let name = open.popLast(), place + name.count < xml.count else { return false }
    for offset in 0..<name.count where xml[place + offset] != xml[name.lowerBound + offset] {
      return false
    }
    place += name.count
    skipSpace()
    guard place < xml.count, xml[place] == UInt8(ascii: ">") else { return false }
    place += 1
    consumer.end(depth: open.count + 1)
    namespaces.leave(depth: open.count + 1)
    return true
  }

  private mutating func startElement() -> Bool {
    guard let name = scanName(), open.count < Self.deepest else { return false }
    open.append(name)
    guard let isEmpty = scanAttributes(), let known = known(name, isElement: true) else {
      return false
    }
    let depth = open.count
    let isPlain = attributes.withUnsafeBufferPointer { attributes in
      consumer.start(known, XMLAttributes(attributes), depth: depth)
      return true
    }
    guard isEmpty else { return isPlain }
    consumer.end(depth: depth)
    open.removeLast()
    namespaces.leave(depth: depth)
    return isPlain
  }

  private mutating func scanName() -> Range<Int>? {
    let start = place
    while place < xml.count, classes[Int(xml[place])] & XMLByteClass.name != 0 { place += 1 }
    guard place > start, place < xml.count, place - start <= 256,
      TextScanner.isLetter(xml[start]) || xml[start] == UInt8(ascii: "_")
    else { return nil }
    return start..<place
  }

  private mutating func known(_ name: Range<Int>, isElement: Bool) -> XMLName? {
    var colon = name.lowerBound
    while colon < name.upperBound, xml[colon] != UInt8(ascii: ":") { colon += 1 }
    guard colon < name.upperBound else {
      // A default namespace holds for elements and not for attributes.
      let space = isElement ? namespaces.space(slice(name.lowerBound..<name.lowerBound)) : .other
      return space.map { XMLName($0, names.local(slice(name))) }
    }
    let local = slice(colon + 1..<name.upperBound)
    guard let space = namespaces.space(slice(name.lowerBound..<colon)), let first = local.first,
      TextScanner.isLetter(first) || first == UInt8(ascii: "_"),
      !local.contains(UInt8(ascii: ":"))
    else { return nil }
    return XMLName(space, names.local(local))
  }

  @inline(__always)
  private func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: xml[range])
  }

  private mutating func skipSpace() {
    while place < xml.count, classes[Int(xml[place])] & XMLByteClass.space != 0 { place += 1 }
  }

  // MARK: Attributes

  /// Scans the attributes and the end of the tag.
  /// - Returns: Whether the element is empty; `nil` when it is not plain.
  private mutating func scanAttributes() -> Bool? {
    attributes.removeAll(keepingCapacity: true)
    attributeNames.removeAll(keepingCapacity: true)
    decodedCount = 0
    while true {
      let before = place
      skipSpace()
      guard place < xml.count else { return nil }
      if xml[place] == UInt8(ascii: ">") {
        place += 1
        return resolveAttributes() ? false : nil
      }
      if xml[place] == UInt8(ascii: "/") {
        place += 2
        guard place <= xml.count, xml[place - 1] == UInt8(ascii: ">") else { return nil }
        return resolveAttributes() ? true : nil
      }
      guard place > before, scanAttribute() else { return nil }
    }
  }

  private mutating func scanAttribute() -> Bool {
    guard let name = scanName(), attributes.count < Self.mostAttributes,
      xml[place] == UInt8(ascii: "="), place + 1 < xml.count
    else { return false }
    let quote = xml[place + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    place += 2
    let start = place
    var seen: UInt8 = 0
    while place < xml.count, xml[place] != quote {
      seen |= classes[Int(xml[place])]
      place += 1
    }
    guard place < xml.count, place - start < 1 << 20 else { return false }
    var value = slice(start..<place)
    place += 1
    if seen & XMLByteClass.value != 0 {
      guard let plain = decodeValue(value) else { return false }
      value = plain
    }
    let isBinding = xml[name.lowerBound] == UInt8(ascii: "x") && slice(name).starts(with: "xmlns".utf8)
    if isBinding, name.count == 5 || xml[name.lowerBound + 5] == UInt8(ascii: ":") {
      let prefix = slice(min(name.lowerBound + 6, name.upperBound)..<name.upperBound)
      return (name.count == 5 || !prefix.isEmpty)
        && namespaces.bind(prefix, to: value, depth: open.count)
    }
    attributeNames.append(name)
    attributes.append(XMLAttribute(name: XMLName(.other, .other), value: value))
    return true
  }

  private mutating func decodeValue(
    _ value: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard !value.contains(UInt8(ascii: "<")), XMLText.isPlain(value) else { return nil }
    let isRaw = !value.contains { $0 == UInt8(ascii: "&") || $0 < 0x20 }
    if isRaw { return value }
    if decoded.count < xml.count {
      guard decodedCount == 0 else { return nil }
      reserveDecoded(xml.count)
    }
    guard let end = XMLText.decode(value, to: decoded, at: decodedCount) else { return nil }
    for place in decodedCount..<end where decoded[place] < 0x20 { decoded[place] = 0x20 }
    defer { decodedCount = end }
    return UnsafeBufferPointer(rebasing: decoded[decodedCount..<end])
  }

  /// Names are known only when all of the element's namespaces are.
  private mutating func resolveAttributes() -> Bool {
    for index in attributes.indices {
      for other in 0..<index where slice(attributeNames[other]).elementsEqual(slice(attributeNames[index])) {
        return false
      }
      guard let name = known(attributeNames[index], isElement: false) else { return false }
      attributes[index].name = name
    }
    return true
  }
}
