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
  /// More terms than are looked for; the rest was left out.
  case tooManyTerms(limit: Int)
}
