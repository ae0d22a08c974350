/// Builds small Word documents for tests: an archive with entries that are stored.
struct DocxBuilder {
  var body = ""
  var parts: [(name: String, kind: String, xml: String)] = []

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="\(office)" xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    """

  init(_ body: String) {
    self.body = body
  }

  /// Adds a part that the main part names; its root gets the namespaces.
  func adding(_ kind: String, _ root: String, _ content: String) -> DocxBuilder {
    var builder = self
    let name = "\(kind)\(parts.count).xml"
    builder.parts.append((name, kind, "<w:\(root) \(Self.namespaces)>\(content)</w:\(root)>"))
    return builder
  }

  /// The file.
  var bytes: [UInt8] {
    let relationships = parts.enumerated().map { number, part in
      """
      <Relationship Id="p\(number)" Type="\(Self.office)/\(part.kind)" Target="\(part.name)"/>
      """
    }
    let external = """
      <Relationship Id="x" Type="\(Self.office)/hyperlink" Target="https://a.cz" \
      TargetMode="External"/>
      """
    let root = "<Relationships xmlns=\"\(Self.package)/relationships\">"
    let main = "<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"
    let files =
      [
        ("[Content_Types].xml", "<Types xmlns=\"\(Self.package)/content-types\"/>"),
        (
          "_rels/.rels",
          """
          \(root)<Relationship Id="d" Type="\(Self.office)/officeDocument" \
          Target="word/document.xml"/></Relationships>
          """
        ),
        ("word/document.xml", main),
        (
          "word/_rels/document.xml.rels",
          root + relationships.joined() + external + "</Relationships>"
        ),
      ] + parts.map { ("word/\($0.name)", $0.xml) }
    return Self.zip(files.map { ($0.0, Array($0.1.utf8)) })
  }

  /// An archive of any parts.
  static func zip(_ files: [(name: String, data: [UInt8])]) -> [UInt8] {
    var (archive, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, data) in files {
      let sizes = little(crc32(data), 4) + little(data.count, 4) + little(data.count, 4)
      let names = little(name.utf8.count, 2) + little(0, 2)
      let common = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + sizes + names
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      directory += little(archive.count, 4) + Array(name.utf8)
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
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
}
