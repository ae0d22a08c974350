import Domain

/// Where a line stands, as terms of its own in the column `scope` of the index: `regionisliberec`,
/// `bodyispracovniskupinabydleni`, `year2020`, `kindminutes`. Filters of a search are words of the
/// index like all others, so they combine with *AND*, *OR* and *NOT* and cost no more. Which names
/// have a word is looked up in the table `scopeName` first.
enum SearchScope {
  /// The terms of a document.
  static func terms(_ scope: SearchIndex.Scope) -> String {
    var terms = names(of: scope).map(\.term)
    if let year = scope.year { terms.append("year" + year) }
    if let kind = scope.kind { terms.append("kind" + letters(of: kind)) }
    return terms.joined(separator: " ")
  }

  /// What has a name that filters can be part of.
  enum Place: String {
    case region
    case body
  }

  /// The names of a document's region and body, each with its term and its index terms.
  static func names(of scope: SearchIndex.Scope) -> [(term: String, stems: String)] {
    let names: [(Place, String?)] = [(.region, scope.region), (.body, scope.body)]
    return names.compactMap { place, name in
      name.map { (term(place, $0), padded(CzechAnalyzer.stems(of: $0))) }
    }
  }

  /// Index terms between spaces, so that one is found within another's words only.
  static func padded(_ stems: [String]) -> String { " " + stems.joined(separator: " ") + " " }

  /// The term of exactly this name, however it is written.
  static func term(_ place: Place, _ name: String) -> String {
    place.rawValue + "is" + letters(of: name)
  }

  /// The term of exactly this region, however its name is written.
  static func whole(region: String) -> String { term(.region, region) }

  /// The term of a kind of document, given as its code.
  static func kind(_ code: String) -> String { "kind" + letters(of: code) }

  private static func letters(of text: String) -> String {
    let kept = Folding.fold(Array(text.utf8)).filter { byte in
      byte >= 0x80 || byte &- UInt8(ascii: "0") < 10 || byte &- UInt8(ascii: "a") < 26
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
