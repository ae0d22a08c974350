import Domain

/// Names of institutions in the nominative: the noun that they are called by and the adjectives
/// before it are turned back, what follows stays (`Krajského úřadu Ústeckého kraje` to `Krajský
/// úřad Ústeckého kraje`).
struct InstitutionName: Sendable {
  /// The names of Czech institutions.
  static let czech = InstitutionName(FactTable(PackageResources.institution_declension_tsv))

  private enum Gender: String {
    case masculine = "m"
    case feminine = "f"
    case neuter = "n"
    case plural = "p"

    /// The endings of adjectives in other cases, each with the ending of the nominative.
    var endings: [(case: String, nominative: String)] {
      switch self {
      case .masculine:
        [
          ("ého", "ý"), ("ému", "ý"), ("ém", "ý"), ("ým", "ý"), ("ího", "í"), ("ímu", "í"),
          ("ím", "í"),
        ]
      case .neuter:
        [
          ("ého", "é"), ("ému", "é"), ("ém", "é"), ("ým", "é"), ("ího", "í"), ("ímu", "í"),
          ("ím", "í"),
        ]
      case .feminine: [("é", "á"), ("ou", "á")]
      case .plural:
        [("ých", "é"), ("ými", "é"), ("ým", "é"), ("ích", "í"), ("ími", "í"), ("ím", "í")]
      }
    }
  }

  private struct Noun {
    let gender: Gender
    let nominative: String
    /// Whether the word at hand is another case; some feminines have one form for two.
    let isOther: Bool
  }

  private let nouns: [String: Noun]
  private let folded: WordSet

  private init(_ table: FactTable) {
    var nouns: [String: Noun] = [:]
    for row in table.rows where row.count > 2 {
      guard let gender = Gender(rawValue: row[0]) else { continue }
      for (place, word) in row.dropFirst().enumerated() {
        nouns[word] = Noun(gender: gender, nominative: row[1], isOther: place > 0)
      }
    }
    self.nouns = nouns
    folded = WordSet(nouns.keys.map { Folding.fold($0) })
  }

  /// Whether a folded word is one of the nouns, in any case.
  func isNoun(_ word: String) -> Bool { folded.contains(word) }

  /// The name in the nominative; as it is where its noun is not known, stands in the nominative
  /// already, or has words before it that are no adjectives of its case.
  func nominative(_ name: String) -> String {
    var words = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (place, word) in words.enumerated() {
      guard let noun = nouns[word.lowercased()] else {
        guard Self.mayPrecede(word) else { return name }
        continue
      }
      guard noun.isOther, let adjectives = Self.adjectives(words[..<place], noun.gender) else {
        return name
      }
      words.replaceSubrange(..<place, with: adjectives)
      words[place] = Self.capitalized(noun.nominative, like: word)
      return words.joined(separator: " ")
    }
    return name
  }

  /// Adjectives in the nominative; `nil` where one of the words is none of another case.
  private static func adjectives(_ words: ArraySlice<String>, _ gender: Gender) -> [String]? {
    var turned: [String] = []
    for word in words {
      if word == "a" || gender == .feminine && word.hasSuffix("í") {
        turned.append(word)
      } else if let (ending, nominative) = gender.endings.first(where: { word.hasSuffix($0.case) })
      {
        turned.append(word.dropLast(ending.count) + nominative)
      } else {
        return nil
      }
    }
    return turned
  }

  /// Whether a word may be an adjective before the noun, in any case.
  private static func mayPrecede(_ word: String) -> Bool {
    word == "a"
      || [
        "ý", "á", "é", "í", "ého", "ému", "ém", "ým", "ou", "ího", "ímu", "ím", "ých", "ými", "ích",
        "ími",
      ].contains(
        where: word.hasSuffix)
  }

  private static func capitalized(_ word: String, like model: String) -> String {
    guard model.first?.isUppercase == true else { return word }
    if model.count > 1, model.allSatisfy({ !$0.isLowercase }) { return word.uppercased() }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
