import Domain

/// Names of municipalities and regions, recognised in every case.
struct Municipalities {
  /// The municipalities with extended powers and the regions of the Czech Republic.
  static let czech = Municipalities(FactTable(PackageResources.regions_tsv))

  private struct Entry {
    let name: String
    let stems: [String]
  }

  private static let endings: WordSet = [
    "", "a", "e", "i", "o", "u", "y", "ou", "em", "ech", "ich", "ach", "ami", "um", "ho", "eho",
    "ove",
    "mi", "ym", "ych", "emu", "ec", "ce", "ci", "cem", "en", "ne", "ni", "nem", "im", "ach",
  ]
  private var entries: [UInt32: [Entry]] = [:]
  private let filter: WordFilter
  private var regions: [String: String] = [:]

  private init(_ table: FactTable) {
    for name in table.values(of: "municipality") {
      let stems = Folding.fold(name).split(separator: " ").map { Self.stem(String($0)) }
      guard let first = stems.first, first.utf8.count > 2 else { continue }
      entries[Self.key(first), default: []].append(Entry(name: name, stems: stems))
      if let soft = Self.softened(name), stems.count == 1 {
        entries[Self.key(soft), default: []].append(Entry(name: name, stems: [soft]))
      }
    }
    filter = WordFilter(entries.values.joined().map { $0.stems[0] })
    for key in entries.keys { entries[key]?.sort { $0.stems.count > $1.stems.count } }
    for name in table.values(of: "region") {
      let words = Folding.fold(name).split(separator: " ").map(String.init)
      if words.last == "kraj", let first = words.first { regions[String(first.dropLast())] = name }
    }
  }

  /// Returns the region whose adjective stands before the word *kraj*.
  func region(adjective: String) -> String? {
    for ending in ["eho", "emu", "ym", "em", "y"] where adjective.hasSuffix(ending) {
      return regions[String(adjective.dropLast(ending.utf8.count))]
    }
    return nil
  }

  /// Returns the municipality that is named from a token on.
  func match(_ tokens: Tokens, at place: Int, limit: Int) -> (name: String, end: Int)? {
    guard place < limit, tokens[place].isCapitalized, filter.mayHold(tokens[place].folded) else {
      return nil
    }
    for entry in entries[Self.key(tokens[place].folded)] ?? [] {
      let end = place + entry.stems.count
      guard end <= limit else { continue }
      let fits = entry.stems.indices.allSatisfy { index in
        let word = tokens[place + index].folded
        let stem = entry.stems[index]
        return word.hasPrefix(stem) && Self.endings.contains(String(word.dropFirst(stem.count)))
          && (index == 0 || stem.utf8.count < 4 || tokens[place + index].isCapitalized)
      }
      if fits { return (entry.name, end) }
    }
    return nil
  }

  /// `Praha` to `praze`, `Polička` to `policce`: the case after *v* has another consonant. `Žatec`
  /// to `zatc`: a short name loses its vowel in all cases but the first.
  private static func softened(_ name: String) -> String? {
    let word = Folding.fold(name)
    if word.hasSuffix("ha"), !word.hasSuffix("cha") { return word.dropLast(2) + "ze" }
    if word.hasSuffix("ec"), word.utf8.count < 6 { return word.dropLast(2) + "c" }
    return word.hasSuffix("ka") ? word.dropLast(2) + "ce" : nil
  }

  private static func key(_ word: String) -> UInt32 { word.leadingBytes }

  /// `liberec` to `liber`, `lazne` to `lazn`: what stays in all cases.
  private static func stem(_ word: String) -> String {
    var stem = word
    if stem.utf8.count > 5, stem.hasSuffix("ec") || stem.hasSuffix("en") {
      return String(stem.dropLast(2))
    }
    while stem.utf8.count > 3, let last = stem.last, "aeiouy".contains(last) { stem.removeLast() }
    return stem
  }
}
