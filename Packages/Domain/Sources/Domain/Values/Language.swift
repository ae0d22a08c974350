/// A language that Soulad speaks to people.
public enum Language: String, Sendable, CaseIterable {
  /// Czech, the default everywhere an office reads.
  case czech = "cs"
  /// English, on request.
  case english = "en"
}

/// A short text in both languages of the program.
public struct Label: Hashable, Sendable {
  /// The Czech wording.
  public let czech: String
  /// The English wording.
  public let english: String

  /// Creates a label from its two wordings.
  public init(_ czech: String, _ english: String) {
    self.czech = czech
    self.english = english
  }

  /// Returns the wording in `language`.
  public func text(_ language: Language) -> String {
    language == .czech ? czech : english
  }
}
