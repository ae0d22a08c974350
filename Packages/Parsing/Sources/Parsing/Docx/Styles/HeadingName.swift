import Domain

/// The names that Word gives its heading styles, in the languages of its users.
enum HeadingName {
  /// The level of the heading that a style's name stands for: 1 to 9, 0 for a title, else `nil`.
  static func level(_ name: String) -> Int? {
    guard let end = name.utf8.last, name.utf8.count < 24 else { return nil }
    let hasNumber = end &- UInt8(ascii: "1") < 9
    guard hasNumber || name.utf8.count < 8 else { return nil }
    let folded = Folding.fold(name)
    if titles.contains(folded) { return 0 }
    guard hasNumber, let last = folded.utf8.last, last &- UInt8(ascii: "1") < 9 else { return nil }
    let word = folded.dropLast().filter { $0 != " " }
    return headings.contains(String(word)) ? Int(last - UInt8(ascii: "0")) : nil
  }

  private static let titles: Set<String> = ["title", "nazev", "nazov", "titel"]
  private static let headings: Set<String> = [
    "heading", "nadpis", "uberschrift", "titre", "titulo", "titolo", "kop", "rubrik", "overskrift",
    "naglowek", "cimsor", "otsikko", "заголовок", "naslov", "antraste", "virsraksts", "pealkiri",
  ]
}
