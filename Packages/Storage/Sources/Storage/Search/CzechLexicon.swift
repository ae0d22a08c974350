/// The words that Czech grammar lists because no rule gives them: irregular paradigms, and stems
/// that end like an ending.
struct CzechLexicon: Sendable {
  /// The lexicon of this program.
  static let standard = CzechLexicon(PackageResources.czech_words_tsv)

  /// Stems that keep what looks like a case ending: *systém*, *úspěch*.
  private(set) var caseLike = SuffixTrie()
  /// Stems that keep what looks like the suffix of a verb: *signál*, *oddíl*.
  private(set) var verbLike = SuffixTrie()
  private var negative = SuffixTrie()
  private var words = SuffixTrie()
  private var stems = SuffixTrie()
  private var terms: [[UInt8]] = []

  /// Reads a table of tab-separated lines, each a term and its forms, or a class in capitals and
  /// its stems. A form with a hyphen at its end is a stem that takes the regular endings. Lines
  /// that begin with a number sign are comments.
  init(_ table: [UInt8]) {
    for line in table.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let columns = line.split(separator: UInt8(ascii: "\t"))
      guard columns.count == 2 else { continue }
      let forms = columns[1].split(separator: UInt8(ascii: " ")).map(Array.init)
      switch String(decoding: columns[0], as: UTF8.self) {
      case "CASE": for form in forms { caseLike.insert(form, 0) }
      case "VERB": for form in forms { verbLike.insert(form, 0) }
      case "NEGATIVE": for form in forms { negative.insert(form, 0) }
      case "WHOLE": for form in forms { insert(term: form, [form]) }
      case "NOUT": for form in forms { insertInchoative(form) }
      default: insertParadigm(term: Array(columns[0]), forms)
      }
    }
  }

  /// The term of an irregular word form.
  func term(ofWord word: ArraySlice<UInt8>) -> [UInt8]? { words.value(of: word).map { terms[$0] } }

  /// The term of an irregular stem.
  func term(ofStem stem: ArraySlice<UInt8>) -> [UInt8]? { stems.value(of: stem).map { terms[$0] } }

  /// Whether *ne-* makes another word, not the opposite: *nemocný*, *nezaměstnaný*.
  func keepsNegation(_ term: [UInt8]) -> Bool { negative.value(of: term[...]) != nil }

  /// The forms of a verb that loses *-nu-* in the past: *poskytnout*, *poskytne*, *poskytl*.
  private mutating func insertInchoative(_ root: [UInt8]) {
    let forms = ["nout", "l-", "n-"].map { root + Array($0.utf8) }
    insert(term: root + Array("nout".utf8), forms)
  }

  private mutating func insertParadigm(term: [UInt8], _ forms: [[UInt8]]) {
    guard term.first == CzechLexicon.prefixSign else { return insert(term: term, forms) }
    for prefix in CzechLexicon.prefixes.utf8.split(separator: UInt8(ascii: " ")) {
      let prefix = Array(prefix)
      insert(
        term: prefix + Array(term.dropFirst()),
        forms.map { form in prefix + Array(form.drop { $0 == CzechLexicon.prefixSign }) })
    }
  }

  private mutating func insert(term: [UInt8], _ forms: [[UInt8]]) {
    for form in forms {
      if form.last == UInt8(ascii: "-") {
        stems.insert(form.dropLast(), terms.count)
      } else {
        words.insert(form, terms.count)
      }
    }
    terms.append(term)
  }

  private static let prefixSign = UInt8(ascii: "~")
  private static let prefixes = """
    do na nad ob obe od ode po pod pode pro pre pred pri roz roze s se u v ve vy vz z za ze
    """
}
