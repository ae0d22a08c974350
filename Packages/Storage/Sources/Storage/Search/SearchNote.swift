/// What was odd in a question and how it was understood; turned into a sentence where it is shown.
public enum SearchNote: Sendable, Hashable {
  /// A quote is not closed; the phrase goes to the end.
  case unclosedQuote
  /// A parenthesis is missing on one side.
  case unevenParentheses
  /// An operator has nothing on one side and was left out.
  case strayOperator(String)
  /// Something is excluded from nothing; it was looked for instead.
  case exclusionAlone
  /// There is no such field; it was read as words.
  case unknownField(String, suggestion: String?)
  /// A field has no value, or one that it cannot have; it was left out.
  case badFieldValue(field: String, value: String, known: [String])
  /// There is no region or body of the name that a field has.
  case unknownPlace(field: String, value: String, suggestion: String?)
  /// A star is not at the end of two letters or more; it was left out.
  case uselessStar(String)
  /// A word in small letters that may be meant for an operator, in a question that finds nothing.
  case smallOperator(String)
  /// More terms than are looked for; the rest was left out.
  case tooManyTerms(limit: Int)
}

extension SearchNote {
  /// Whether a field was left out for its value.
  var isAboutValue: Bool { if case .badFieldValue = self { true } else { false } }

  /// The words of a question that are operators in capitals.
  static func smallOperators(in text: String) -> [SearchNote] {
    text.split(separator: " ").filter { ["or", "and", "not"].contains($0) }.prefix(1).map {
      .smallOperator(String($0))
    }
  }
}
