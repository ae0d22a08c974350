/// What is looked for, as a tree of terms.
indirect enum SearchExpression {
  /// A term.
  case term(SearchTerm)
  /// Both.
  case both(SearchExpression, SearchExpression)
  /// At least one.
  case either(SearchExpression, SearchExpression)
  /// The first without the second.
  case without(SearchExpression, SearchExpression)

  /// The expression as FTS5 takes it. Every term stands in quotes and holds letters and digits
  /// only, so nothing that a person types is an operator of FTS5.
  var match: String {
    switch self {
    case .term(let term): term.match
    case .both(let left, let right): "(\(left.match) AND \(right.match))"
    case .either(let left, let right): "(\(left.match) OR \(right.match))"
    case .without(let left, let right): "(\(left.match) NOT \(right.match))"
    }
  }

  /// The terms that a line is found by; what is excluded is left out.
  var terms: [SearchTerm] {
    switch self {
    case .term(let term): [term]
    case .both(let left, let right), .either(let left, let right): left.terms + right.terms
    case .without(let left, _): left.terms
    }
  }
}

/// Words that stand together, in one or several readings.
struct SearchTerm: Hashable {
  /// Where a term is looked for.
  enum Place: Hashable {
    /// In the words of lines.
    case words
    /// In what is known of the document: region, body, year and kind.
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

  /// The term as FTS5 takes it.
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
