/// A ZIP archive whose entries are stored as they are (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12
/// and 4.3.16), small enough to need no 64-bit sizes.
struct StoredArchive {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a text as an entry.
  mutating func add(_ name: String, _ text: String) {
    let (name, data) = (Array(name.utf8), Array(text.utf8))
    let place = content.count
    // Version 2.0, names in UTF-8, stored, the first day that the format knows.
    let fixed =
      numbers([20, 0x0800, 0, 0, 0x21], 2) + numbers([crc(data), data.count, data.count], 4)
      + numbers([name.count, 0], 2)
    content += numbers([0x0403_4B50], 4) + fixed + name + data
    directory +=
      numbers([0x0201_4B50], 4) + numbers([20], 2) + fixed + numbers([0, 0, 0], 2)
      + numbers([0, place], 4) + name
    count += 1
  }

  /// The whole archive.
  var bytes: [UInt8] {
    content + directory + numbers([0x0605_4B50], 4) + numbers([0, 0, count, count], 2)
      + numbers([directory.count, content.count], 4) + numbers([0], 2)
  }

  /// Numbers of so many bytes, the least significant first.
  private func numbers(_ values: [Int], _ width: Int) -> [UInt8] {
    values.flatMap { value in
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
  }

  /// The CRC-32 of ISO 3309.
  private func crc(_ data: [UInt8]) -> Int {
    var value = UInt32.max
    for byte in data {
      value = value >> 8 ^ StoredArchive.table[Int(UInt8(truncatingIfNeeded: value) ^ byte)]
    }
    return Int(~value)
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}
