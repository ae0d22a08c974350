import Domain

/// How the table `record` keeps identifiers: the halves of their 128 bits as two integers, which
/// take half the room of the text. A view computes the text where it is read; a column that is
/// computed would be so for every row that is written, too.
///
/// SQLite has signed integers only. The topmost bit of each half is turned over, so that integers
/// are in the order of identifiers.
enum IdentifierColumns {
  /// The letters as bytes: of these SQLite takes a part at once, in a text it counts from the
  /// beginning.
  private static let letters =
    "x'" + RecordID.alphabet.map { String($0, radix: 16) }.joined() + "'"

  /// The view of records with their identifiers.
  static let view = """
    -- Records with their identifiers, in Crockford's base 32. These are computed, so look for many
    -- records by other columns.
    CREATE VIEW identifiedRecord AS SELECT number, kind, visible, high, low,
      \(text) AS id
    FROM record
    """

  /// The text of the identifier in the columns `high` and `low`.
  private static let text = (0..<RecordID.textLength).map { place in
    "substr(\(letters), \(digit(place)) + 1, 1)"
  }.joined(separator: " || ")

  /// The value of the letter at a place, which has five bits; the first has three.
  private static func digit(_ place: Int) -> String {
    let shift = 125 - 5 * place
    switch shift {
    case 125: return "((high >> 61 & 7) + 4 & 7)"
    case 64...: return "(high >> \(shift - 64) & 31)"
    case 60: return "((high & 1) << 4 | ((low >> 60 & 15) + 8 & 15))"
    default: return "(low >> \(shift) & 31)"
    }
  }

  /// The integer for the upper half of the identifier whose text is in a column.
  static func high(of column: String) -> String {
    turned(
      (0...13).map { place in
        let shift = 61 - 5 * place
        return "\(value(place, column)) \(shift < 0 ? ">> \(-shift)" : "<< \(shift)")"
      })
  }

  /// The same for the lower half.
  static func low(of column: String) -> String {
    turned((13..<RecordID.textLength).map { "\(value($0, column)) << \(125 - 5 * $0)" })
  }

  private static func value(_ place: Int, _ column: String) -> String {
    "(instr(CAST(\(letters) AS TEXT), substr(\(column), \(place + 1), 1)) - 1)"
  }

  private static func turned(_ parts: [String]) -> String {
    let bits = parts.map { "(\($0))" }.joined(separator: " | ")
    return "(((\(bits)) & 0x7FFFFFFFFFFFFFFF) | (~(\(bits)) & 0x8000000000000000))"
  }
}
