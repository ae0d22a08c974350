/// A list of facts that travels inside the program: lines of fields separated by tabs, comments
/// after `#`.
struct FactTable {
  /// The closed classes of words, read once for all who ask for one of them.
  static let words = FactTable(PackageResources.words_tsv)

  /// The rows in the order of the file.
  let rows: [[String]]

  /// Reads the bytes of a list.
  init(_ bytes: [UInt8]) {
    rows = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// The second fields of the rows whose first field is `key`.
  func values(of key: String) -> [String] {
    rows.compactMap { $0.count > 1 && $0[0] == key ? $0[1] : nil }
  }
}
