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
  private var operands: [Operand] = []
  private var operators: [Operator] = []
  private var count = 0

  /// An expression, or all but what it finds.
  private struct Operand {
    var expression: SearchExpression
    var isExcluded = false

    /// Takes everything else instead. All years but some are years that can be looked for alone.
    mutating func exclude() {
      if expression.isOfYears {
        expression = .without(.everything, expression)
      } else {
        isExcluded.toggle()
      }
    }
  }

  private enum Operator: Int {
    case open
    case or
    case and
    /// Before its one operand, and done with as soon as that is there.
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
        operands.append(Operand(expression: operand))
        exclude()
        expectsOperand = false
        continue
      }
      take(token, &expectsOperand)
    }
    if expectsOperand { dropStrayOperators() }
    while let last = operators.popLast() {
      if last == .open { note(.unevenParentheses) } else { apply(last) }
    }
    if operands.last?.isExcluded == true { note(.exclusionAlone) }
    expression = operands.last?.expression
  }

  private mutating func note(_ note: SearchNote) {
    if !notes.contains(note) { notes.append(note) }
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
    case .not:
      if !expectsOperand { push(.and) }
      operators.append(.not)
      expectsOperand = true
    case .and, .or:
      let sign: Operator = token == .and ? .and : .or
      if !expectsOperand {
        push(sign)
        expectsOperand = true
      } else if count <= Self.mostTerms {
        note(.strayOperator(sign.word))
      }
    case .word, .phrase, .field: break
    }
  }

  private mutating func close() {
    while let last = operators.popLast() {
      if last == .open { return exclude() }
      apply(last)
    }
    note(.unevenParentheses)
  }

  /// Takes up `NOT` in front of the operand that has just come to its end.
  private mutating func exclude() {
    while operators.last == .not, let last = operands.indices.last {
      operators.removeLast()
      operands[last].exclude()
    }
  }

  /// Operators that wait for an operand that does not come.
  private mutating func dropStrayOperators() {
    var isNoted = count > Self.mostTerms
    while let last = operators.last, last != .open {
      if !isNoted { note(.strayOperator(last.word)) }
      isNoted = true
      operators.removeLast()
      // Below one that stands between two, every operator has its operands.
      if last != .not { return }
    }
  }

  private mutating func push(_ sign: Operator) {
    while let last = operators.last, last != .not, last.rawValue >= sign.rawValue {
      operators.removeLast()
      apply(last)
    }
    operators.append(sign)
  }

  private mutating func apply(_ sign: Operator) {
    guard sign != .not, operands.count > 1 else { return }
    let right = operands.removeLast()
    let left = operands.removeLast()
    operands.append(sign == .or ? either(left, right) : both(left, right))
  }

  private func both(_ left: Operand, _ right: Operand) -> Operand {
    let (one, other) = (left.expression, right.expression)
    return switch (left.isExcluded, right.isExcluded) {
    case (false, false): Operand(expression: .both(one, other))
    case (false, true): Operand(expression: .without(one, other))
    case (true, false): Operand(expression: .without(other, one))
    case (true, true): Operand(expression: .either(one, other), isExcluded: true)
    }
  }

  /// One of two, or all lines but some, which no index tells.
  private mutating func either(_ left: Operand, _ right: Operand) -> Operand {
    if left.isExcluded, right.isExcluded {
      return Operand(expression: .both(left.expression, right.expression), isExcluded: true)
    }
    if left.isExcluded || right.isExcluded { note(.exclusionAlone) }
    return Operand(expression: .either(left.expression, right.expression))
  }

  private mutating func operand(_ token: SearchToken) -> SearchExpression? {
    let parts: [SearchExpression]
    switch token {
    case .word(let text): parts = words(text)
    case .phrase(let text): parts = phrase(text).map { [.term($0)] } ?? []
    case .field(let name, let value): parts = field(name, value)
    case .and, .or, .not, .open, .close: return nil
    }
    let room = max(0, Self.mostTerms - count)
    if parts.count > room { note(.tooManyTerms(limit: Self.mostTerms)) }
    count += parts.count
    guard let first = parts.prefix(room).first else { return nil }
    return parts.prefix(room).dropFirst().reduce(first) { .both($0, $1) }
  }

  private mutating func field(_ name: String, _ value: String) -> [SearchExpression] {
    guard let field = SearchField(name) else {
      // A time of day has a colon too.
      if name.utf8.allSatisfy({ $0 &- 0x30 >= 10 }), !value.isEmpty {
        let near = Spelling.nearest(to: name, in: SearchField.known)
        note(.unknownField(name, suggestion: near))
      }
      return words(name) + words(value)
    }
    if let (filter, isKnown) = field.filter(value, vocabulary) {
      if !isKnown, let place = field.place {
        let near = Spelling.nearest(to: value, in: vocabulary.names(place))
        note(.unknownPlace(field: name, value: value, suggestion: near))
      }
      return [filter]
    }
    let known = field == .kind ? DocumentKind.allCases.map(\.label.czech) : []
    note(.badFieldValue(field: name, value: value, known: known))
    return []
  }

  private mutating func phrase(_ text: String) -> SearchTerm? {
    let stems = CzechAnalyzer.stems(of: text)
    let written = CzechAnalyzer.words(of: text)
    guard !stems.isEmpty, stems.count == written.count else { return nil }
    guard beginning(text, written) else { return SearchTerm(readings: [stems], written: written) }
    return SearchTerm(
      readings: [stems.dropLast() + written.suffix(1)], written: written, isBeginning: true)
  }

  /// Whether a star makes the last word the beginning of one; said where a star does nothing.
  private mutating func beginning(_ text: String, _ written: [String]) -> Bool {
    guard let star = text.firstIndex(of: "*") else { return false }
    let isLast = text.index(after: star) == text.endIndex
    if isLast, written.last.map({ $0.utf8.count > 1 }) == true { return true }
    note(.uselessStar(text))
    return false
  }

  /// The terms of a word; one with a hyphen or the like within it has several.
  private mutating func words(_ text: String) -> [SearchExpression] {
    let written = CzechAnalyzer.words(of: text)
    if written.count == 1, beginning(text, written) {
      return [.term(SearchTerm(readings: [written], written: written, isBeginning: true))]
    }
    let readings = vocabulary.readings(of: text).map { CzechAnalyzer.stems(of: $0) }
    let stems = CzechAnalyzer.stems(of: text)
    if !readings.isEmpty, !stems.isEmpty {
      let all = [stems] + readings.filter { !$0.isEmpty && $0 != stems }
      return [.term(SearchTerm(readings: Array(all.prefix(Self.mostReadings)), written: written))]
    }
    return zip(stems, written).map { .term(SearchTerm(readings: [[$0]], written: [$1])) }
  }
}
