import Domain

/// What a question can mean besides its words: the readings of abbreviations and the names of
/// organisations known by their number.
struct SearchVocabulary {
  private let connection: Connection?

  init(_ connection: Connection? = nil) {
    self.connection = connection
  }

  /// What an abbreviation stands for: as the documents introduce it, then as the field uses it.
  /// Two letters count in capitals only; longer ones however they are typed.
  func readings(of word: String) -> [String] {
    let isUpper = word.unicodeScalars.filter(\.properties.isUppercase).count > 1
    guard word.count > 2 || isUpper, word.count <= 8 else { return [] }
    let short = Folding.fold(word)
    let own = texts(
      "SELECT DISTINCT reading FROM abbreviation WHERE short = ? ORDER BY reading LIMIT 20", short)
    return own + (Self.common[short] ?? [])
  }

  /// The names of the organisation with an identification number.
  func companyNames(_ digits: String) -> [String] {
    texts("SELECT DISTINCT name FROM organizationRecord WHERE ico = ? ORDER BY name", digits)
  }

  /// The terms of the regions or bodies whose names have the words of a value beside each other, in
  /// whatever form; after a star the last of them is the beginning of a word.
  func scopeTerms(_ place: SearchScope.Place, meaning value: String) -> [String] {
    let isBeginning = value.hasSuffix("*")
    let stems = CzechAnalyzer.stems(of: value)
    let words = isBeginning ? stems.dropLast() + CzechAnalyzer.words(of: value).suffix(1) : stems
    let wanted = SearchScope.padded(words)
    return scopeTerms(place, holding: isBeginning ? String(wanted.dropLast()) : wanted)
  }

  /// The names of the regions or bodies of documents.
  func names(_ place: SearchScope.Place) -> [String] {
    let found = try? connection?.rows(
      "SELECT DISTINCT \(place.rawValue) FROM indexedDocument ORDER BY 1 LIMIT 2000"
    ) { $0.text(0) ?? "" }
    return found ?? []
  }

  private func scopeTerms(_ place: SearchScope.Place, holding words: String) -> [String] {
    (try? allTerms(place, holding: words, most: 200)) ?? []
  }

  /// The terms of all regions, bodies or kinds of documents, also of some that have gone; of names
  /// that have certain index terms if so wanted.
  func allTerms(
    _ place: SearchScope.Place, holding words: String = "", most: Int = -1
  ) throws -> [String] {
    let found = try connection?.rows(
      """
      SELECT term FROM scopeName
      WHERE term >= ?1 || 'is' AND term < ?1 || 'it' AND instr(stems, ?2) > 0
      ORDER BY term LIMIT ?3
      """, [.text(SearchScope.mark + place.rawValue), .text(words), SQLValue(most)]
    ) { $0.text(0) ?? "" }
    return found ?? []
  }

  /// What cannot be looked up has no other meaning.
  private func texts(_ sql: String, _ key: String) -> [String] {
    (try? connection?.rows(sql, [.text(key)]) { $0.text(0) ?? "" }) ?? []
  }

  /// The abbreviations of social services and their planning, with all their readings.
  static let common: [String: [String]] = {
    var table: [String: [String]] = [:]
    let bytes = PackageResources.abbreviations_tsv
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let columns = line.split(separator: UInt8(ascii: "\t"))
      guard columns.count == 2 else { continue }
      let readings = columns[1].split(separator: UInt8(ascii: "|"))
      table[Folding.fold(String(decoding: columns[0], as: UTF8.self))] = readings.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return table
  }()
}
