/// What is looked for, as a tree of terms.
indirect enum SearchExpression {
  /// A term.
  case term(SearchTerm)
  /// The lines of documents whose dates begin in some years.
  case years(ClosedRange<Int>)
  /// All lines.
  case everything
  /// Both.
  case both(SearchExpression, SearchExpression)
  /// At least one.
  case either(SearchExpression, SearchExpression)
  /// The first without the second.
  case without(SearchExpression, SearchExpression)

  /// The lines of documents of which at least one of some terms is known.
  static func scope(_ terms: [String]) -> SearchExpression { .term(.scope(terms)) }

  /// The terms that a line is found by; what is excluded is left out.
  var terms: [SearchTerm] {
    switch self {
    case .term(let term): [term]
    case .years, .everything: []
    case .both(let left, let right), .either(let left, let right): left.terms + right.terms
    case .without(let left, _): left.terms
    }
  }

  /// The years of all filters.
  var years: [ClosedRange<Int>] {
    switch self {
    case .years(let years): [years]
    case .term, .everything: []
    case .both(let left, let right), .either(let left, let right), .without(let left, let right):
      left.years + right.years
    }
  }

  /// Whether nothing but the year says which lines are found.
  var isOfYears: Bool {
    switch self {
    case .years: true
    case .term, .everything: false
    case .without(.everything, let right): right.isOfYears
    case .both(let left, let right), .either(let left, let right), .without(let left, let right):
      left.isOfYears && right.isOfYears
    }
  }
}

/// Words that stand together, in one or several readings.
struct SearchTerm: Hashable {
  /// Where a term is looked for.
  enum Place: Hashable {
    /// In the words of lines.
    case words
    /// In what is known of the document: region, body and kind.
    case scope
  }

  /// The index terms of each reading, in order.
  var readings: [[String]]
  /// The words as typed, folded; empty for a filter.
  var written: [String] = []
  /// Whether the last word is the beginning of one.
  var isBeginning = false
  /// Where the term is looked for.
  var place = Place.words

  /// Any of some terms that stand behind the words of lines.
  static func scope(_ terms: [String]) -> SearchTerm {
    SearchTerm(readings: terms.map { [$0] }, place: .scope)
  }

  /// The term as FTS5 takes it. It stands in quotes and holds letters and digits only, so nothing
  /// that a person types is an operator of FTS5.
  var match: String {
    let phrases = readings.map { stems in "\"" + stems.joined(separator: " ") + "\"" }
    var parts = phrases.map { $0 + (isBeginning ? " *" : "") }
    if isBeginning {
      let whole = CzechAnalyzer.stems(of: written.joined(separator: " "))
      if !whole.isEmpty { parts.append("\"\(whole.joined(separator: " "))\"") }
    }
    return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " OR ") + ")"
  }
}
