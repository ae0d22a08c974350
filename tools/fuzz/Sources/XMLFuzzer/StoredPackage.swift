/// The smallest Word document around a main part, with entries that are stored.
enum StoredPackage {
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types = Array("<Types xmlns=\"\(package)/content-types\"/>".utf8)
  private static let relationships = Array(
    """
    <Relationships xmlns="\(package)/relationships"><Relationship Id="d" \
    Type="\(office)/officeDocument" Target="word/document.xml"/></Relationships>
    """.utf8)

  /// The file.
  static func bytes(main: [UInt8]) -> [UInt8] {
    let files = [
      ("[Content_Types].xml", types), ("_rels/.rels", relationships), ("word/document.xml", main),
    ]
    var (archive, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, data) in files {
      let sizes = little(crc32(data), 4) + little(data.count, 4) + little(data.count, 4)
      let names = little(name.utf8.count, 2) + little(0, 2)
      let common = little(20, 2) + little(0, 8) + sizes + names
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
      directory += little(0, 10) + little(archive.count, 4) + Array(name.utf8)
      archive += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + data
    }
    let count = little(files.count, 2)
    let end = [0x50, 0x4B, 5, 6] + little(0, 4) + count + count
    return archive + directory + end + little(directory.count, 4) + little(archive.count, 4)
      + little(0, 2)
  }

  private static func little(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(number >> (8 * $0) & 0xFF) }
  }

  private static func crc32(_ data: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in data { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ crc >> 8 }
    return Int(~crc)
  }

  private static let table: [UInt32] = (0..<256).map { (number: UInt32) in
    (0..<8).reduce(number) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
}
