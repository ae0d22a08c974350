import Domain

/// A call for proposals as something names it: *výzva 052*, *052/OPZ* and *výzva č. 03_16_052
/// Operačního programu Zaměstnanost* are one.
struct CallName: Equatable {
  /// The number without zeros before it; of a name that is more than a number, its words.
  let number: String?
  /// What all names of the programme have in common.
  let programme: String?

  /// What is known of a call by its number as written and the name of its programme.
  init(_ text: String, programme name: String? = nil) {
    let (words, inside) = Programmes.all.find(in: Self.terms(of: text))
    var programme = inside
    if let name, inside == nil {
      let terms = Self.terms(of: name)
      let key = terms.isEmpty ? nil : terms.joined(separator: " ")
      programme = Programmes.all.find(in: terms).programme ?? key
    }
    let own = words.filter { !Self.callWords.contains($0) }
    let numbers = own.compactMap { Self.isNumber($0) ? Int($0) : nil }
    switch (numbers.count, own.count) {
    case (1, 1): number = String(numbers[0])
    case (3, 3) where own.prefix(2).allSatisfy({ $0.utf8.count == 2 }):
      number = String(numbers[2])
      // Programmes of two periods share a code, and many say the name of the former for both.
      programme = Programmes.all.programme(code: numbers[0], year: numbers[1]) ?? programme
    default: number = own.isEmpty ? nil : own.joined(separator: " ")
    }
    self.programme = programme
  }

  /// What is the same of all records of one call; `nil` of one whose programme is not known, as
  /// every programme has a call of the number.
  var key: String? {
    guard let programme, let number else { return nil }
    return "\(programme) \(number)"
  }

  /// The index terms of a text, in which a plus is a word.
  static func terms(of text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "+")) else { return CzechAnalyzer.stems(of: text) }
    let pieces = text.split(separator: "+", omittingEmptySubsequences: false)
    return CzechAnalyzer.stems(of: pieces.joined(separator: " plus "))
  }

  private static func isNumber(_ term: String) -> Bool {
    term.utf8.count < 5 && term.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }

  private static let callWords = Set(CzechAnalyzer.stems(of: "výzva výzev výzvě číslo č KPSVL"))
}

/// The names of programmes.
struct Programmes: Sendable {
  private struct LongForm {
    let code: Int
    let years: ClosedRange<Int>
    let programme: String
  }

  private var names: [[String]: String] = [:]
  private var longestName = 0
  private var longForms: [LongForm] = []

  /// The programmes of the data file.
  static let all = Programmes(PackageResources.programmes_tsv)

  private init(_ table: [UInt8]) {
    for line in table.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let columns = line.split(separator: UInt8(ascii: "\t")).map {
        String(decoding: $0, as: UTF8.self)
      }
      let terms = columns[0].split(separator: "|").map { CallName.terms(of: String($0)) }
      guard let programme = terms.first?.joined(separator: " ") else { continue }
      for name in terms {
        names[name] = programme
        longestName = max(longestName, name.count)
      }
      let digits = columns.dropFirst().joined().split { !$0.isNumber }.compactMap { Int($0) }
      guard let code = digits.first else { continue }
      let years = digits.count == 3 ? digits[1]...digits[2] : 0...99
      longForms.append(LongForm(code: code, years: years, programme: programme))
    }
  }

  /// The programme that terms name, and the terms without its name; none where they name two.
  func find(in terms: [String]) -> (rest: [String], programme: String?) {
    var rest: [String] = []
    var found: Set<String> = []
    var place = 0
    while place < terms.count {
      let most = min(longestName, terms.count - place)
      let length = stride(from: most, to: 0, by: -1).first {
        names[Array(terms[place..<place + $0])] != nil
      }
      if let length, let programme = names[Array(terms[place..<place + length])] {
        found.insert(programme)
        place += length
      } else {
        rest.append(terms[place])
        place += 1
      }
    }
    return found.count == 1 ? (rest, found.first) : (terms, nil)
  }

  /// The programme whose calls have long numbers with this code, of this year.
  func programme(code: Int, year: Int) -> String? {
    longForms.first { $0.code == code && $0.years.contains(year) }?.programme
  }
}
