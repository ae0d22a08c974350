import Desk
import Domain
import Storage

/// `/search`: the lines that have the words, with what was found set off, and ways to narrow it
/// down.
struct SearchPage: Page {
  static let template = "search"
  /// The lines of a page.
  static let rows = 20

  /// A line that was found.
  struct Hit: Sendable {
    let address: String
    let document: String
    let region: String
    let day: String
    let hasDay: Bool
    let body: String
    let hasBody: Bool
    let pieces: [MarkedText]
  }

  /// How the lines divide by something.
  struct Division: Sendable {
    let label: String
    let values: [Part]
  }

  /// A part of the lines, with the way to them alone.
  struct Part: Sendable {
    let label: String
    let count: Int
    let address: String
  }

  /// A sentence about the question.
  struct Note: Sendable {
    let words: String
  }

  let frame: PageFrame
  let count: String
  let notes: [Note]
  let facets: [Division]
  let hasFacets: Bool
  let hits: [Hit]
  let hasHits: Bool
  let emptyText: String
  let hasNext: Bool
  let nextAddress: String

  /// - Parameter answer: `nil` where nothing is looked for.
  init(_ answer: SearchAnswer?, _ question: PageQuestionItems, _ language: Language) {
    let words = question.values(of: "q").first ?? ""
    frame = PageFrame(
      Label("Hledání", "Search").text(language), at: "/search", question.items, language)
    count =
      answer.map {
        PageTexts.places($0.total, isExact: $0.isTotalExact, language)
      } ?? ""
    notes = (answer?.notes ?? []).map { Note(words: $0.wording.text(language)) }
    facets = (answer?.facets ?? []).compactMap { SearchPage.division($0, words, language) }
    hasFacets = !facets.isEmpty
    hits = (answer?.hits ?? []).map { SearchPage.hit($0, language) }
    hasHits = !hits.isEmpty
    emptyText = frame.text[answer == nil ? "searchHint" : "nothingFound"] ?? ""
    hasNext = answer?.next != nil
    nextAddress = PageAddress.of(
      "/search", question.items + [(name: "after", value: answer?.next ?? "")], language)
  }

  private static func hit(_ hit: SearchHit, _ language: Language) -> Hit {
    let day = hit.date.map { DateWording.text($0, in: language) } ?? ""
    let body = hit.body ?? ""
    return Hit(
      address: PageAddress.of(hit.text, in: hit.document.description, language),
      document: hit.documentName, region: hit.region, day: day, hasDay: !day.isEmpty, body: body,
      hasBody: !body.isEmpty, pieces: MarkedText.pieces(of: hit.text, hit.snippet, hit.marks))
  }

  /// The most parts that are offered.
  private static let mostParts = 6

  /// The parts, each asked for by the words with one more condition.
  private static func division(
    _ facet: Facet, _ words: String, _ language: Language
  ) -> Division? {
    let names = ["region": "region", "body": "body", "year": "rok", "documentKind": "druh"]
    guard let name = names[facet.field.name], facet.counts.count > 1 else { return nil }
    let parts = facet.counts.prefix(mostParts).compactMap { count -> Part? in
      guard let value = count.value, !value.isEmpty else { return nil }
      let label = facet.field.shown(.text(value), in: language)
      let asked = name == "druh" ? value : value.filter { !"\"„“”".contains($0) }
      return Part(
        label: label, count: count.rows,
        address: PageAddress.of(
          "/search", [(name: "q", value: "\(words) \(name):\"\(asked)\"")], language))
    }
    return Division(label: facet.field.label.text(language), values: parts)
  }
}
