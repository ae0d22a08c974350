import Domain

/// The names that Word gives its heading styles, in the languages of its users.
enum HeadingName {
  /// The level of the heading that a style's name stands for: 1 to 9, 0 for a title, else `nil`.
  static func level(_ name: String) -> Int? {
    guard let end = name.utf8.last, name.utf8.count < 24 else { return nil }
    if let level = english(name) { return level }
    let hasNumber = end &- UInt8(ascii: "1") < 9
    guard hasNumber || name.utf8.count < 8 else { return nil }
    let folded = Folding.fold(name)
    if titles.contains(folded) { return 0 }
    guard hasNumber, let last = folded.utf8.last, last &- UInt8(ascii: "1") < 9 else { return nil }
    let word = folded.utf8.dropLast().filter { $0 != UInt8(ascii: " ") }
    return headings.contains(String(decoding: word, as: UTF8.self))
      ? Int(last - UInt8(ascii: "0")) : nil
  }

  /// The level of `heading 1` to `heading 9`, as Word writes it in every language.
  private static func english(_ name: String) -> Int? {
    guard name.utf8.count == 9, name.utf8.starts(with: "heading ".utf8), let last = name.utf8.last,
      last &- UInt8(ascii: "1") < 9
    else { return nil }
    return Int(last - UInt8(ascii: "0"))
  }

  /// Whether a style's name is that of captions.
  static func isCaption(_ name: String) -> Bool {
    guard (7...12).contains(name.utf8.count) else { return false }
    return captions.contains(name.lowercased())
  }

  private static let captions: Set<String> = [
    "caption", "titulek", "popisok", "beschriftung", "légende",
  ]

  private static let titles: Set<String> = ["title", "nazev", "nazov", "titel"]
  private static let headings: Set<String> = [
    "heading", "nadpis", "uberschrift", "titre", "titulo", "titolo", "kop", "rubrik", "overskrift",
    "naglowek", "cimsor", "otsikko", "заголовок", "naslov", "antraste", "virsraksts", "pealkiri",
  ]
}
