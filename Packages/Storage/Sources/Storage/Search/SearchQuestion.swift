import Domain

/// What is looked for: words in any form, phrases in quotes, beginnings with a star, `AND`, `OR`,
/// `NOT`, parentheses, and fields as `region:Liberec rok:2020`.
///
/// Whatever is typed is understood somehow; what was odd about it is noted.
struct SearchQuestion {
  /// The most terms that are looked for; more would only cost time.
  static let mostTerms = 16
  /// The most readings of an abbreviation.
  static let mostReadings = 8
  /// The most characters of a question that are read.
  private static let mostCharacters = 2_000

  /// What is looked for; `nil` when there is nothing.
  private(set) var expression: SearchExpression?
  private(set) var notes: [SearchNote]

  private let vocabulary: SearchVocabulary
  private var operands: [SearchExpression] = []
  private var operators: [Operator] = []
  private var count = 0

  private enum Operator: Int {
    case open
    case or
    case and
    case not

    var word: String {
      switch self {
      case .open: "("
      case .or: "OR"
      case .and: "AND"
      case .not: "NOT"
      }
    }
  }

  /// Reads a question after E. Dijkstra's shunting-yard algorithm; words beside each other are all
  /// looked for.
  init(_ text: String, _ vocabulary: SearchVocabulary = SearchVocabulary()) {
    let tokens = SearchTokens(String(text.prefix(Self.mostCharacters)))
    self.vocabulary = vocabulary
    notes = tokens.notes
    var expectsOperand = true
    for token in tokens.tokens {
      if let operand = operand(token) {
        if !expectsOperand { push(.and) }
        operands.append(operand)
        expectsOperand = false
        continue
      }
      take(token, &expectsOperand)
    }
    if expectsOperand { dropStrayOperators() }
    while let last = operators.popLast() {
      if last == .open { notes.append(.unevenParentheses) } else { apply(last) }
    }
    expression = operands.last
  }

  private mutating func take(_ token: SearchToken, _ expectsOperand: inout Bool) {
    switch token {
    case .open:
      if !expectsOperand { push(.and) }
      operators.append(.open)
      expectsOperand = true
    case .close:
      if expectsOperand { dropStrayOperators() }
      close()
      expectsOperand = operands.isEmpty
    case .and, .or, .not:
      let sign: Operator = token == .and ? .and : token == .or ? .or : .not
      if !expectsOperand {
        push(sign)
        expectsOperand = true
      } else if sign == .not, operators.last == .and {
        operators[operators.count - 1] = .not
      } else {
        notes.append(sign == .not ? .exclusionAlone : .strayOperator(sign.word))
      }
    case .word, .phrase, .field: break
    }
  }

  private mutating func close() {
    while let last = operators.popLast() {
      if last == .open { return }
      apply(last)
    }
    notes.append(.unevenParentheses)
  }

  /// Operators that wait for an operand that does not come.
  private mutating func dropStrayOperators() {
    while let last = operators.last, last != .open {
      notes.append(.strayOperator(last.word))
      operators.removeLast()
      // Below it, every operator has both its operands.
      return
    }
  }

  private mutating func push(_ sign: Operator) {
    while let last = operators.last, last.rawValue >= sign.rawValue {
      operators.removeLast()
      apply(last)
    }
    operators.append(sign)
  }

  private mutating func apply(_ sign: Operator) {
    guard operands.count > 1 else { return }
    let right = operands.removeLast()
    let left = operands.removeLast()
    switch sign {
    case .or: operands.append(.either(left, right))
    case .not: operands.append(.without(left, right))
    case .and, .open: operands.append(.both(left, right))
    }
  }

  private mutating func operand(_ token: SearchToken) -> SearchExpression? {
    let terms: [SearchTerm]
    switch token {
    case .word(let text): terms = words(text)
    case .phrase(let text): terms = phrase(text).map { [$0] } ?? []
    case .field(let name, let value): terms = field(name, value)
    case .and, .or, .not, .open, .close: return nil
    }
    let room = max(0, Self.mostTerms - count)
    if terms.count > room, !notes.contains(.tooManyTerms(limit: Self.mostTerms)) {
      notes.append(.tooManyTerms(limit: Self.mostTerms))
    }
    count += terms.count
    let expressions = terms.prefix(room).map(SearchExpression.term)
    guard let first = expressions.first else { return nil }
    return expressions.dropFirst().reduce(first) { .both($0, $1) }
  }

  private mutating func field(_ name: String, _ value: String) -> [SearchTerm] {
    guard let field = SearchField(name) else {
      let near = Spelling.nearest(to: name, in: SearchField.known)
      if near != nil { notes.append(.unknownField(name, suggestion: near)) }
      return words(name) + words(value)
    }
    if let term = field.term(value, vocabulary) { return [term] }
    let known = field == .kind ? DocumentKind.allCases.map(\.label.czech) : []
    notes.append(.badFieldValue(field: name, value: value, known: known))
    return []
  }

  private func phrase(_ text: String) -> SearchTerm? {
    let stems = CzechAnalyzer.stems(of: text)
    guard !stems.isEmpty else { return nil }
    return SearchTerm(readings: [stems], written: CzechAnalyzer.words(of: text))
  }

  /// The terms of a word; one with a hyphen or the like within it has several.
  private func words(_ text: String) -> [SearchTerm] {
    let written = CzechAnalyzer.words(of: text)
    if text.hasSuffix("*"), written.count == 1, written[0].utf8.count > 1 {
      return [SearchTerm(readings: [written], written: written, isBeginning: true)]
    }
    let readings = vocabulary.readings(of: text).map { CzechAnalyzer.stems(of: $0) }
    let stems = CzechAnalyzer.stems(of: text)
    if !readings.isEmpty, !stems.isEmpty {
      let all = [stems] + readings.filter { !$0.isEmpty && $0 != stems }
      return [SearchTerm(readings: Array(all.prefix(Self.mostReadings)), written: written)]
    }
    return zip(stems, written).map { SearchTerm(readings: [[$0]], written: [$1]) }
  }
}
