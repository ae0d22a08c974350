internal import Domain

/// What is looked for: words in any form, phrases in quotes, beginnings with a star.
///
/// Nothing that a person types is an operator of FTS5: every term that goes there stands in quotes
/// and holds letters and digits only.
struct SearchQuestion {
  /// Words that stand together, as index terms; the last may be a beginning.
  private struct Term {
    let stems: [String]
    let isBeginning: Bool
  }

  /// The most terms that are looked for; more would only cost time.
  private static let mostTerms = 16

  private let terms: [Term]

  /// Reads a question. One without a word is empty.
  init(_ text: String) {
    var terms: [Term] = []
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      // Between the first and the second quote, the third and the fourth.
      if place % 2 == 1, place + 1 < parts.count {
        terms.append(Term(stems: CzechAnalyzer.stems(of: String(part)), isBeginning: false))
      } else {
        terms += part.split(whereSeparator: \.isWhitespace).flatMap(SearchQuestion.terms)
      }
    }
    self.terms = Array(terms.filter { !$0.stems.isEmpty }.prefix(SearchQuestion.mostTerms))
  }

  private static func terms(of word: Substring) -> [Term] {
    guard word.hasSuffix("*") else {
      return CzechAnalyzer.stems(of: String(word)).map { Term(stems: [$0], isBeginning: false) }
    }
    let letters = Folding.fold(String(word.dropLast())).filter { $0.isLetter || $0.isNumber }
    return letters.isEmpty ? [] : [Term(stems: [letters], isBeginning: true)]
  }

  /// Whether nothing is looked for.
  var isEmpty: Bool { terms.isEmpty }

  /// The question as FTS5 takes it.
  var match: String {
    terms.map { term in
      "\"" + term.stems.joined(separator: " ") + "\"" + (term.isBeginning ? "*" : "")
    }.joined(separator: " ")
  }

  /// Whether an index term is one of those looked for.
  func finds(_ stem: String) -> Bool {
    terms.contains { term in
      term.isBeginning ? stem.hasPrefix(term.stems[0]) : term.stems.contains(stem)
    }
  }
}
