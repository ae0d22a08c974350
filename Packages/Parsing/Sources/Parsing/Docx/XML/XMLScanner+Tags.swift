extension XMLScanner {
  /// Scans a name with its prefix.
  @inline(__always)
  mutating func scanName() -> XMLTag.Name? {
    let start = place
    var end = start
    var local = start
    var prefix: XMLNamespaces.Prefix = 0
    while end < xml.count {
      let byte = xml[end]
      guard classes[Int(byte)] & XMLByteClass.name != 0 else { break }
      if byte == UInt8(ascii: ":") {
        guard local == start, (1...8).contains(end - start) else { return nil }
        for index in (start..<end).reversed() { prefix = prefix << 8 | UInt64(xml[index]) }
        local = end + 1
      }
      end += 1
    }
    place = end
    guard end > local, end < xml.count, end - start <= 256, startsName(xml[start]),
      startsName(xml[local])
    else { return nil }
    return XMLTag.Name(start: start, local: local, end: end, prefix: prefix)
  }

  @inline(__always)
  private func startsName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  /// The known local name.
  @inline(__always)
  func local(_ name: XMLTag.Name) -> XMLLocal {
    names.local(slice(name.local..<name.end))
  }

  @inline(__always)
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: xml[range])
  }

  @inline(__always)
  mutating func skipSpace() {
    while place < xml.count, classes[Int(xml[place])] & XMLByteClass.space != 0 { place += 1 }
  }

  /// Scans the attributes and the end of the tag.
  /// - Returns: Whether the element is empty; `nil` when it is not plain.
  @inline(__always)
  mutating func scanAttributes() -> Bool? {
    tag.count = 0
    tag.decodedCount = 0
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

  @inline(__always)
  private mutating func scanAttribute() -> Bool {
    guard let name = scanName(), tag.count < XMLTag.mostAttributes,
      xml[place] == UInt8(ascii: "="), place + 1 < xml.count
    else { return false }
    let quote = xml[place + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    let start = place + 2
    var end = start
    var seen: UInt8 = 0
    while end < xml.count, xml[end] != quote {
      seen |= classes[Int(xml[end])]
      end += 1
    }
    guard end < xml.count, end - start < 1 << 20 else { return false }
    var value = slice(start..<end)
    place = end + 1
    if seen & XMLByteClass.value != 0 {
      guard let plain = decodeValue(value) else { return false }
      value = plain
    }
    if xml[name.start] == UInt8(ascii: "x"), isBinding(name) {
      return seen & XMLByteClass.value == 0 && bind(name, value)
    }
    tag.names[tag.count] = name
    tag.attributes[tag.count] = XMLAttribute(name: XMLName(.other, .other), value: value)
    tag.count += 1
    return true
  }

  /// Whether an attribute is `xmlns` or starts with `xmlns:`.
  private func isBinding(_ name: XMLTag.Name) -> Bool {
    let prefix = name.local == name.start ? name.end : name.local - 1
    return slice(name.start..<prefix).elementsEqual("xmlns".utf8)
  }

  private mutating func bind(_ name: XMLTag.Name, _ uri: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.local > name.start else { return namespaces.bind(0, to: uri, depth: tag.depth) }
    guard name.end - name.local <= 8 else { return false }
    var prefix: XMLNamespaces.Prefix = 0
    for index in (name.local..<name.end).reversed() { prefix = prefix << 8 | UInt64(xml[index]) }
    return namespaces.bind(prefix, to: uri, depth: tag.depth)
  }

  private mutating func decodeValue(
    _ value: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard !value.contains(UInt8(ascii: "<")), XMLText.isPlain(value) else { return nil }
    let isRaw = !value.contains { $0 == UInt8(ascii: "&") || $0 < 0x20 }
    if isRaw { return value }
    tag.reserveDecoded(xml.count)
    let start = tag.decodedCount
    guard let end = XMLText.decode(value, to: tag.decoded, at: start) else { return nil }
    for place in start..<end where tag.decoded[place] < 0x20 { tag.decoded[place] = 0x20 }
    tag.decodedCount = end
    return UnsafeBufferPointer(rebasing: tag.decoded[start..<end])
  }

  /// Names are known only when all of the element's namespaces are.
  @inline(__always)
  private mutating func resolveAttributes() -> Bool {
    for index in 0..<tag.count {
      let name = tag.names[index]
      for other in 0..<index where isSame(tag.names[other], name) { return false }
      // A default namespace does not hold for attributes.
      guard let space = name.prefix == 0 ? .other : namespaces.space(name.prefix) else {
        return false
      }
      tag.attributes[index].name = XMLName(space, local(name))
    }
    return true
  }

  @inline(__always)
  private func isSame(_ one: XMLTag.Name, _ other: XMLTag.Name) -> Bool {
    guard one.end - one.start == other.end - other.start, xml[one.end - 1] == xml[other.end - 1]
    else { return false }
    return slice(one.start..<one.end).elementsEqual(slice(other.start..<other.end))
  }
}
