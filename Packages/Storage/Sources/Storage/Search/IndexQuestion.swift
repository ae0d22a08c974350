/// What FTS5 is asked for: the lines that a match finds in a part of the index.
public struct IndexQuestion: Sendable, Equatable {
  /// What stands behind `MATCH`.
  public let match: String
  /// The rows among which lines are looked for; `nil` for all.
  public let rows: ClosedRange<Int64>?

  /// The questions that find the lines of an expression between them, those for the newest lines
  /// first.
  ///
  /// Filters for years cut the index into parts in each of which every filter is true or false.
  /// Documents without a date are a part of their own.
  static func all(
    for expression: SearchExpression, _ vocabulary: SearchVocabulary
  ) throws -> [IndexQuestion] {
    let cuts = Set(expression.years.flatMap { [$0.lowerBound, $0.upperBound + 1] })
    if cuts.isEmpty {
      let match = try expression.lines(in: nil).match(vocabulary)
      return match.map { [IndexQuestion(match: $0, rows: nil)] } ?? []
    }
    var parts = [(lines: expression.lines(in: nil), first: Int64(0))]
    let starts = cuts.union([PassageNumber.years.lowerBound])
    for year in starts.sorted() where PassageNumber.years.contains(year) {
      let lines = expression.lines(in: year)
      if lines != parts.last?.lines { parts.append((lines, PassageNumber.firstRow(of: year))) }
    }
    var questions: [IndexQuestion] = []
    var last = Int64.max
    for (lines, first) in parts.reversed() {
      if let match = try lines.match(vocabulary) {
        questions.append(IndexQuestion(match: match, rows: first...last))
      }
      last = first - 1
    }
    return questions
  }
}

/// The lines that an expression finds in the documents of one year: those that FTS5 finds, or all
/// but those, of which every combination is one of the two again.
struct FoundLines: Equatable {
  /// What FTS5 is asked for; `nil` finds nothing.
  private let match: String?
  /// Whether the lines are all that FTS5 does not find.
  private let isExcluded: Bool

  /// No line.
  static let none = FoundLines(nil)
  /// Every line.
  static let all = FoundLines(nil, isExcluded: true)

  /// The lines that FTS5 finds.
  init(_ match: String?, isExcluded: Bool = false) {
    self.match = match
    self.isExcluded = isExcluded
  }

  /// All lines but these.
  var others: FoundLines { FoundLines(match, isExcluded: !isExcluded) }

  /// The lines that are in both.
  func and(_ other: FoundLines) -> FoundLines {
    switch (isExcluded, other.isExcluded) {
    case (false, false):
      guard let match, let second = other.match else { return .none }
      return FoundLines("(\(match) AND \(second))")
    case (false, true):
      guard let match, let second = other.match else { return self }
      return FoundLines("(\(match) NOT \(second))")
    case (true, false): return other.and(self)
    case (true, true): return others.or(other.others).others
    }
  }

  /// The lines that are in any of both.
  func or(_ other: FoundLines) -> FoundLines {
    if isExcluded || other.isExcluded { return others.and(other.others).others }
    guard let match, let second = other.match else { return match == nil ? other : self }
    return FoundLines("(\(match) OR \(second))")
  }

  /// What FTS5 is asked for; `nil` where no line is found. Every line has the term of one region,
  /// so all of these find every line.
  func match(_ vocabulary: SearchVocabulary) throws -> String? {
    guard isExcluded else { return match }
    let regions = try vocabulary.allTerms(.region)
    return regions.isEmpty ? nil : FoundLines(SearchTerm.scope(regions).match).and(self).match
  }
}

extension SearchExpression {
  /// The lines that are found in documents of a year, or in those without a date.
  func lines(in year: Int?) -> FoundLines {
    switch self {
    case .term(let term): FoundLines(term.match)
    case .years(let years): year.map(years.contains) == true ? .all : .none
    case .everything: .all
    case .both(let left, let right): left.lines(in: year).and(right.lines(in: year))
    case .either(let left, let right): left.lines(in: year).or(right.lines(in: year))
    case .without(let left, let right): left.lines(in: year).and(right.lines(in: year).others)
    }
  }
}
