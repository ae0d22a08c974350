import Domain

/// Where a line stands, as terms of its own in the column `scope` of the index: `regionliberk`,
/// `year2020`, `kindminutes`, `bodybydlen`. Filters of a search are words of the index like all
/// others, so they combine with *AND*, *OR* and *NOT* and cost no more.
enum SearchScope {
  /// The terms of a document.
  static func terms(_ scope: SearchIndex.Scope) -> String {
    var terms = [whole(region: scope.region)]
    terms += CzechAnalyzer.stems(of: scope.region).map { "region" + $0 }
    terms += CzechAnalyzer.stems(of: scope.body ?? "").map { "body" + $0 }
    if let year = scope.year { terms.append("year" + year) }
    if let kind = scope.kind { terms.append("kind" + letters(of: kind)) }
    return terms.joined(separator: " ")
  }

  /// The term of exactly this region, however its name is written.
  static func whole(region: String) -> String { "regionis" + letters(of: region) }

  /// The term of a kind of document, given as its code.
  static func kind(_ code: String) -> String { "kind" + letters(of: code) }

  private static func letters(of text: String) -> String {
    let kept = Folding.fold(Array(text.utf8)).filter { byte in
      byte >= 0x80 || byte &- UInt8(ascii: "0") < 10 || byte &- UInt8(ascii: "a") < 26
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
