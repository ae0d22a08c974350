import Domain

/// Addresses of pages, in the language of the page that they stand on.
enum PageAddress {
  /// The address of a page with what is asked there. Czech is what pages speak unless asked.
  static func of(
    _ path: String, _ items: [(name: String, value: String)] = [], _ language: Language
  ) -> String {
    let asked =
      items.filter { $0.name != "lang" }
      + (language == .czech ? [] : [(name: "lang", value: language.rawValue)])
    guard !asked.isEmpty else { return path }
    return path + "?"
      + asked.map { "\(PercentEncoding.text($0.name))=\(PercentEncoding.text($0.value))" }
      .joined(separator: "&")
  }

  /// The address of a record.
  static func of(record id: String, _ language: Language) -> String {
    of("/records/\(id)", [], language)
  }

  /// The address of a line in a document: browsers go to the words and set them off
  /// (https://wicg.github.io/scroll-to-text-fragment/); others open the document.
  static func of(_ words: String, in document: String, _ language: Language) -> String {
    let line = words.split(separator: "\n").first.map(String.init) ?? ""
    let start = line.split(separator: " ").prefix(6).joined(separator: " ")
    let page = of(record: document, language)
    guard !start.isEmpty else { return page }
    // A hyphen has a meaning of its own there.
    return page + "#:~:text=" + PercentEncoding.text(start).replacing("-", with: "%2D")
  }
}
