extension XMLScanner {
  /// The eight bytes at a place, the first one lowest.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(xml + place).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: xml + range.lowerBound, count: range.count)
  }

  @inline(__always)
  mutating func skipSpace() {
    while classes[Int(xml[place])] & XMLByteClass.space != 0 { place += 1 }
  }

  // MARK: Names

  /// Scans the name of an element up to a space, `/` or `>`, or that of an attribute up to `=`.
  ///
  /// Documents have few names and repeat them without end: what a name means is kept by its bytes.
  @inline(__always)
  mutating func scanName(inElement: Bool) -> XMLTag.Name? {
    let first = word(at: place)
    var ends = Self.ends(first, inElement)
    var (low, high, length) = (first, UInt64(0), 0)
    if ends != 0 {
      length = ends.trailingZeroBitCount >> 3
      low = first & (1 &<< (UInt64(length) &* 8) &- 1)
    } else {
      let second = word(at: place + 8)
      ends = Self.ends(second, inElement)
      guard ends != 0 else { return scanLongName() }
      length = 8 + ends.trailingZeroBitCount >> 3
      high = second & (1 &<< (UInt64(length) &* 8) &- 1)
    }
    let slot = XMLTag.slot(low, high)
    var name = tag.known[slot]
    if name.low == low, name.high == high, Int(name.length) == length, length > 0 {
      place += length
      guard name.generation != namespaces.generation else { return name }
      name.space = namespaces.space(name.prefix)
      name.generation = namespaces.generation
      tag.known[slot] = name
      return name
    }
    guard let found = scanLongName() else { return nil }
    name = found
    if Int(name.length) == length {
      (name.low, name.high) = (low, high)
      tag.known[slot] = name
    }
    return name
  }

  /// One bit in each byte that ends a name; the lowest is right, which is all that counts.
  @inline(__always)
  private static func ends(_ word: UInt64, _ inElement: Bool) -> UInt64 {
    inElement
      ? XMLWord.matches(word, 0x20) | XMLWord.matches(word, UInt8(ascii: "/"))
        | XMLWord.matches(word, UInt8(ascii: ">"))
      : XMLWord.matches(word, UInt8(ascii: "="))
  }

  /// Scans a name byte by byte and looks up what it means.
  private mutating func scanLongName() -> XMLTag.Name? {
    let start = place
    var end = start
    var local = start
    var prefix: XMLNamespaces.Prefix = 0
    while classes[Int(xml[end])] & XMLByteClass.name != 0 {
      if xml[end] == UInt8(ascii: ":") {
        guard local == start, (1...8).contains(end - start) else { return nil }
        for index in (start..<end).reversed() { prefix = prefix << 8 | UInt64(xml[index]) }
        local = end + 1
      }
      end += 1
    }
    guard end > local, end - start <= 255, startsName(xml[start]), startsName(xml[local]) else {
      return nil
    }
    place = end
    var name = XMLTag.Name(length: UInt8(end - start), prefix: prefix)
    name.local = XMLNameIndex.shared.local(slice(local..<end))
    name.isBinding = slice(start..<(local > start ? local - 1 : end)).elementsEqual("xmlns".utf8)
    name.space = namespaces.space(prefix)
    name.generation = namespaces.generation
    return name
  }

  private func startsName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  // MARK: Attributes

  /// Scans the attributes and the end of the tag.
  /// - Returns: Whether the element is empty; `nil` when it is not plain.
  @inline(__always)
  mutating func scanAttributes() -> Bool? {
    tag.count = 0
    tag.decodedCount = 0
    let generation = namespaces.generation
    while true {
      let byte = xml[place]
      if byte == UInt8(ascii: ">") {
        place += 1
        return finishAttributes(generation) ? false : nil
      }
      if byte == UInt8(ascii: "/") {
        place += 2
        guard xml[place - 1] == UInt8(ascii: ">") else { return nil }
        return finishAttributes(generation) ? true : nil
      }
      guard classes[Int(byte)] & XMLByteClass.space != 0 else { return nil }
      place += 1
      skipSpace()
      if xml[place] == UInt8(ascii: ">") || xml[place] == UInt8(ascii: "/") { continue }
      guard scanAttribute() else { return nil }
    }
  }

  @inline(__always)
  private mutating func scanAttribute() -> Bool {
    let start = place
    guard let name = scanName(inElement: false), tag.count < XMLTag.mostAttributes,
      xml[place] == UInt8(ascii: "=")
    else { return false }
    let quote = xml[place + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    place += 2
    guard let value = scanValue(quote) else { return false }
    if name.isBinding { return bind(start, name, value) }
    tag.starts[tag.count] = start
    tag.names[tag.count] = name
    tag.attributes[tag.count] = XMLAttribute(
      name: XMLName(name.prefix == 0 ? .other : name.space ?? .other, name.local), value: value)
    tag.count += 1
    return true
  }

  /// Scans a value and the quote that ends it.
  @inline(__always)
  private mutating func scanValue(_ quote: UInt8) -> UnsafeBufferPointer<UInt8>? {
    let start = place
    var end = start
    while true {
      let word = word(at: end)
      let quotes = XMLWord.matches(word, quote)
      let special = XMLWord.specials(word)
      if quotes | special == 0 {
        end += 8
        continue
      }
      let isEnd = special == 0 || quotes != 0 && quotes & (0 &- quotes) < special & (0 &- special)
      guard isEnd else { return scanSpecialValue(quote) }
      end += quotes.trailingZeroBitCount >> 3
      guard end - start < XMLTag.longestValue else { return nil }
      place = end + 1
      return slice(start..<end)
    }
  }

  /// Scans a value that has more than plain ASCII.
  private mutating func scanSpecialValue(_ quote: UInt8) -> UnsafeBufferPointer<UInt8>? {
    let start = place
    var end = start
    while xml[end] != quote {
      guard xml[end] != 0, xml[end] != UInt8(ascii: "<") else { return nil }
      end += 1
    }
    guard end - start < XMLTag.longestValue, XMLText.isPlain(slice(start..<end)) else { return nil }
    place = end + 1
    return decodeValue(slice(start..<end))
  }

  private mutating func decodeValue(
    _ value: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let isRaw = !value.contains { $0 == UInt8(ascii: "&") || $0 < 0x20 }
    if isRaw { return value }
    tag.reserveDecoded(count)
    let start = tag.decodedCount
    guard let end = XMLText.decode(value, to: tag.decoded, at: start) else { return nil }
    for place in start..<end where tag.decoded[place] < 0x20 { tag.decoded[place] = 0x20 }
    tag.decodedCount = end
    return UnsafeBufferPointer(rebasing: tag.decoded[start..<end])
  }

  // MARK: Namespaces

  private mutating func bind(
    _ start: Int, _ name: XMLTag.Name, _ uri: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // A decoded address would not stay where it is.
    guard uri.baseAddress == xml + (place - 1 - uri.count) else { return false }
    guard name.prefix != 0 else { return namespaces.bind(0, to: uri, depth: tag.depth) }
    let end = start + Int(name.length)
    guard end - start <= 14 else { return false }
    var prefix: XMLNamespaces.Prefix = 0
    for index in (start + 6..<end).reversed() { prefix = prefix << 8 | UInt64(xml[index]) }
    return namespaces.bind(prefix, to: uri, depth: tag.depth)
  }

  /// Checks that no attribute stands twice, and that each prefix is bound.
  @inline(__always)
  private mutating func finishAttributes(_ generation: UInt32) -> Bool {
    for index in 0..<tag.count {
      for other in 0..<index where isSame(index, other) { return false }
      if tag.names[index].prefix != 0,
        tag.names[index].space == nil || generation != namespaces.generation
      {
        // A binding holds for the whole tag that it stands in.
        guard let space = namespaces.space(tag.names[index].prefix) else { return false }
        tag.attributes[index].name.space = space
      }
    }
    return true
  }

  @inline(__always)
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    tag.names[one].length == tag.names[other].length && tag.names[one].low == tag.names[other].low
      && slice(range(one)).elementsEqual(slice(range(other)))
  }

  private func range(_ index: Int) -> Range<Int> {
    tag.starts[index]..<tag.starts[index] + Int(tag.names[index].length)
  }
}
