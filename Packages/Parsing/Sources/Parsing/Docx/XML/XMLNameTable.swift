import CLibXML2

/// Finds known names by their pointers: libxml2 keeps each name of a document once, in a dictionary
/// (`xmlDictLookup`), so that a name is known by its address alone.
struct XMLNameTable {
  /// The addresses of the known local names, in the order of their cases.
  private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
  /// An open hash table of addresses and the names' numbers.
  private let slots: UnsafeMutablePointer<(address: UInt, number: UInt8)>
  /// The addresses of the known namespaces.
  private let spaces: UnsafeMutablePointer<(address: UInt, space: XMLSpace)>
  private let spaceCount: Int
  private static let slotCount = 1024
  private static let localNames = XMLLocal.allCases.map(\.name)

  /// Enters all known names in a parser's dictionary.
  init(_ dictionary: xmlDictPtr?) {
    pointers = .allocate(capacity: Self.localNames.count)
    slots = .allocate(capacity: Self.slotCount)
    spaceCount = XMLSpace.names.count
    spaces = .allocate(capacity: spaceCount)
    slots.initialize(repeating: (0, 0), count: Self.slotCount)
    for (number, name) in Self.localNames.enumerated() {
      let pointer = xmlDictLookup(dictionary, name, Int32(name.utf8.count))
      (pointers + number).initialize(to: pointer)
      guard number > 0 else { continue }
      var slot = Self.slot(UInt(bitPattern: pointer))
      while slots[slot].address != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
      slots[slot] = (UInt(bitPattern: pointer), UInt8(number))
    }
    for (number, entry) in XMLSpace.names.enumerated() {
      let pointer = xmlDictLookup(dictionary, entry.0, Int32(entry.0.utf8.count))
      (spaces + number).initialize(to: (UInt(bitPattern: pointer), entry.1))
    }
  }

  /// Gives the table's memory back.
  func deallocate() {
    pointers.deallocate()
    slots.deallocate()
    spaces.deallocate()
  }

  @inline(__always)
  private static func slot(_ address: UInt) -> Int {
    Int(truncatingIfNeeded: (UInt64(address) &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// The known name at an address.
  @inline(__always)
  func local(_ pointer: UnsafePointer<xmlChar>?) -> XMLLocal {
    let address = UInt(bitPattern: pointer)
    var slot = Self.slot(address)
    while slots[slot].address != 0 {
      if slots[slot].address == address {
        return XMLLocal(rawValue: slots[slot].number) ?? .other
      }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return .other
  }

  /// The known namespace at an address.
  @inline(__always)
  func space(_ pointer: UnsafePointer<xmlChar>?) -> XMLSpace {
    let address = UInt(bitPattern: pointer)
    for index in 0..<spaceCount where spaces[index].address == address {
      return spaces[index].space
    }
    return .other
  }

  /// The address of a known name.
  @inline(__always)
  func pointer(_ local: XMLLocal) -> UnsafePointer<xmlChar>? {
    pointers[Int(local.rawValue)]
  }
}
