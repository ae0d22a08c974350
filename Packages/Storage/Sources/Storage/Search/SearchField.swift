import Domain

/// The fields that a question can name before a colon.
enum SearchField: CaseIterable {
  case region
  case body
  case year
  case company
  case kind

  /// The names of the field in both languages, folded; the first is told to people.
  var names: [String] {
    switch self {
    case .region: ["region", "uzemi", "mesto"]
    case .body: ["body", "skupina", "organ"]
    case .year: ["rok", "year"]
    case .company: ["ico", "ic"]
    case .kind: ["druh", "kind"]
    }
  }

  /// The names that are told to people.
  static let known = ["region", "body", "rok", "ičo", "druh"]

  /// What the field names; `nil` for one whose values nobody gives names.
  var place: SearchScope.Place? {
    switch self {
    case .region: .region
    case .body: .body
    case .year, .company, .kind: nil
    }
  }

  /// The field with a name, however written.
  init?(_ name: some StringProtocol) {
    let folded = Folding.fold(name)
    guard let field = Self.allCases.first(where: { $0.names.contains(folded) }) else { return nil }
    self = field
  }

  /// Reads a filter, and says whether the documents have each name in it; `nil` for a value that
  /// the field cannot have.
  func filter(
    _ value: String, _ vocabulary: SearchVocabulary
  ) -> (expression: SearchExpression, isKnown: Bool)? {
    let expression: SearchExpression?
    switch self {
    case .region: return SearchField.named(.region, value, vocabulary)
    case .body: return SearchField.named(.body, value, vocabulary)
    case .year: expression = SearchField.years(value)
    case .company: expression = SearchField.company(value, vocabulary.companyNames)
    case .kind: expression = SearchField.kind(value, vocabulary)
    }
    return expression.map { ($0, true) }
  }

  /// All names that have the words of one of several values with commas between them, in whatever
  /// form, or begin with a value with a star; the value as typed where there is none.
  private static func named(
    _ place: SearchScope.Place, _ value: String, _ vocabulary: SearchVocabulary
  ) -> (expression: SearchExpression, isKnown: Bool)? {
    var (terms, isKnown): ([String], Bool) = ([], true)
    for value in value.split(separator: ",").map(String.init)
    where !CzechAnalyzer.stems(of: value).isEmpty {
      let found = vocabulary.scopeTerms(place, meaning: value)
      if found.isEmpty { isKnown = false }
      terms += found.isEmpty ? [SearchScope.term(place, value)] : found
    }
    return terms.isEmpty ? nil : (.scope(terms), isKnown)
  }

  /// A year, or the first and the last with `-` or `..` between them.
  private static func years(_ value: String) -> SearchExpression? {
    let parts = value.split { $0 == "-" || $0 == "." || $0 == "–" }.map { Int($0) }
    guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
      (1000...9999).contains(first), first...(first + 100) ~= last
    else { return nil }
    return .years(first...last)
  }

  /// The number itself, or the organisation by its name.
  private static func company(_ value: String, _ names: (String) -> [String]) -> SearchExpression? {
    guard let number = CompanyNumber(value) else { return nil }
    let readings = [number.digits] + names(number.digits)
    let stems = readings.map { CzechAnalyzer.stems(of: $0) }.filter { !$0.isEmpty }
    return .term(SearchTerm(readings: Array(stems.prefix(SearchQuestion.mostReadings))))
  }

  /// The term of a kind, or for the one that has none, everything without the terms of the others.
  private static func kind(_ value: String, _ vocabulary: SearchVocabulary) -> SearchExpression? {
    let wanted = Folding.fold(value)
    let match = DocumentKind.allCases.first { kind in
      [kind.rawValue, kind.label.czech, kind.label.english].contains { Folding.fold($0) == wanted }
    }
    guard let match else { return nil }
    if match != SearchScope.usualKind { return .scope([SearchScope.term(.kind, match.rawValue)]) }
    let others = (try? vocabulary.allTerms(.kind)) ?? []
    return others.isEmpty ? .everything : .without(.everything, .scope(others))
  }
}
