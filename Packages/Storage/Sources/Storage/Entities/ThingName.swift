import Domain

/// A form of an organisation's name by which another may be suggested to be the same: abbreviations
/// as what they stand for, and without the words that some minutes add to a name and others not.
struct ThingName: Hashable {
  /// How far a form tells what is meant.
  enum Scope: Int64, Comparable {
    /// In all regions, as *Agentura pro sociální začleňování*.
    case anywhere = 0
    /// In the region, as *Městská policie*.
    case region = 1
    /// A form with half of a word, by which another is found that somebody mistyped.
    case half = 2

    static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
  }

  /// The index terms; of one of them, half with a mark in front may stand there.
  let form: String
  /// The whole word that half of stands there; empty otherwise.
  var word = ""
  let scope: Scope

  /// The forms of the name with this key.
  /// - Parameter region: The key of the region's name.
  static func all(key: String, region: String) -> [ThingName] {
    let place = region.split(separator: " ").map(String.init)
    var found = [ThingName(form: key, scope: .anywhere)]
    for reading in readings(of: key.split(separator: " ").map(String.init), place) {
      let own = ownWords(of: reading.terms, place)
      let form = own.terms.joined(separator: " ")
      let isLocal = reading.isLocal || own.isLocal
      if form != key {
        found.append(ThingName(form: form, scope: isLocal ? .region : .anywhere))
      }
      found += halves(of: own.terms)
    }
    return found
  }

  private struct Reading {
    var terms: [String] = []
    var isLocal = false

    /// Takes the first of the shorter forms of the words that leaves something; whether there is
    /// one.
    @discardableResult
    mutating func drop(_ shorter: ([String]) -> [[String]]) -> Bool {
      guard let rest = shorter(terms).first(where: { !$0.isEmpty && $0.count < terms.count })
      else { return false }
      terms = rest
      return true
    }
  }

  /// What may be meant by words of which some are abbreviations.
  private static func readings(of terms: [String], _ place: [String]) -> [Reading] {
    let initials = place.count > 1 ? String(place.compactMap(\.first)) : ""
    if !terms.contains(where: { abbreviations[$0] != nil || $0 == initials }) {
      return [Reading(terms: terms)]
    }
    var readings = [Reading()]
    for term in terms {
      var choices = [Reading(terms: [term])]
      if let known = abbreviations[term] {
        choices = known
      } else if term == initials {
        choices = [Reading(terms: place, isLocal: true)]
      }
      readings = readings.flatMap { before in
        choices.map {
          Reading(terms: before.terms + $0.terms, isLocal: before.isLocal || $0.isLocal)
        }
      }
      if readings.count > mostReadings { return [Reading(terms: terms)] }
    }
    return readings
  }

  private static let mostReadings = 4

  /// A name without the words for a state, a town and a union, and without that of its region where
  /// something is left that the region has one of. What would be nothing without them stays.
  private static func ownWords(of terms: [String], _ place: [String]) -> Reading {
    var own = Reading(terms: terms)
    own.drop { [$0.filter { !prepositions.contains($0) }] }
    // An abbreviation may stand for a name that says the state itself.
    while own.drop({ terms in
      countries.filter(terms.ends(with:)).map { Array(terms.dropLast($0.count)) }
    }) {}
    own.drop { [$0.filter { !townWords.contains($0) }] }
    if own.drop({ unionWords.contains($0[0]) ? [Array($0.dropFirst())] : [] }) {
      own.isLocal = true
    }
    let placeOnly = place.filter { !townWords.contains($0) }
    if !placeOnly.isEmpty, own.terms.ends(with: placeOnly) {
      let rest = own.terms.dropLast(placeOnly.count)
      if !rest.allSatisfy(manifold.contains) {
        own.terms = Array(rest)
        own.isLocal = true
      }
    }
    return own
  }

  /// The abbreviations of the field, by their index terms.
  private static let abbreviations: [String: [Reading]] = {
    var found: [String: [Reading]] = [:]
    for (short, readings) in SearchVocabulary.common.sorted(by: { $0.key < $1.key }) {
      guard let term = CzechAnalyzer.stems(of: short).first else { continue }
      found[term, default: []] += readings.map { reading in
        Reading(
          terms: CzechAnalyzer.stems(of: reading),
          // What is written without a capital is one of many of its kind.
          isLocal: !reading.unicodeScalars.contains(where: \.properties.isUppercase))
      }
    }
    return found
  }()

  private static let prepositions = NameWords.preposition.words
  private static let countries = NameWords.country.phrases
  private static let townWords = NameWords.town.words
  private static let unionWords = NameWords.union.words
  private static let manifold = NameWords.manifold.words

  /// Of shorter words another is soon a letter away, as *Ostrov* is from *Ostrava*.
  private static let fewestLetters = 7

  /// A name with the first and the last letters of one of its long words in the word's place: one
  /// slip leaves one of the two as it is. Words of an odd length have both halves that words with a
  /// letter more or less have.
  private static func halves(of terms: [String]) -> [ThingName] {
    terms.indices.flatMap { place -> [ThingName] in
      let letters = Array(terms[place].utf8)
      guard letters.count >= fewestLetters, letters.allSatisfy({ $0 > UInt8(ascii: "9") })
      else { return [] }
      return (letters.count / 2...(letters.count + 1) / 2).flatMap { count in
        [("<", letters.prefix(count)), (">", letters.suffix(count))].map { mark, half in
          var others = terms
          others[place] = mark + String(decoding: half, as: UTF8.self)
          return ThingName(
            form: others.joined(separator: " "), word: terms[place], scope: .half)
        }
      }
    }
  }
}

extension [String] {
  fileprivate func ends(with words: [String]) -> Bool {
    count > words.count && suffix(words.count).elementsEqual(words)
  }
}
