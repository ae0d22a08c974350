import Desk
import Domain
import Storage

/// The form by which people choose rows of a view: regions, words, a month, and what the rows are
/// counted by.
struct PageFilters: Sendable {
  /// A choice of a list.
  struct Option: Sendable {
    let value: String
    let label: String
    let isChosen: Bool
  }

  /// A list to choose from.
  struct Choice: Sendable {
    let name: String
    let label: String
    let options: [Option]
  }

  /// A field to type in.
  struct Entry: Sendable {
    let name: String
    let label: String
    let value: String
  }

  let action: String
  let regions: [Option]
  let hasRegions: Bool
  let chosenRegions: String
  let hasChosenRegions: Bool
  let words: [Entry]
  let days: [Entry]
  let choices: [Choice]
  let isChosen: Bool
  let resetAddress: String
  let shortcuts: [PageFrame.Link]
  let hasShortcuts: Bool

  /// - Parameters:
  ///   - facets: How all rows divide, whatever is chosen: what can be chosen.
  ///   - names: Which of these are offered; `nil` for all.
  init(
    _ view: ConsolidatedView, at path: String, _ question: PageQuestionItems, facets: [Facet],
    regions known: [String], shortcuts: [PageFrame.Link] = [], only names: Set<String>? = nil,
    _ language: Language
  ) {
    action = path
    self.shortcuts = shortcuts
    hasShortcuts = !shortcuts.isEmpty
    let chosen = question.values(of: Field.region.name)
    let keys = Set(chosen.map { Folding.fold($0) })
    regions = known.map { name in
      Option(value: name, label: name, isChosen: keys.contains(Folding.fold(name)))
    }
    hasRegions = known.count > 1 || !chosen.isEmpty
    hasChosenRegions = !chosen.isEmpty
    chosenRegions =
      chosen.isEmpty
      ? Label("všechna", "all").text(language) : chosen.joined(separator: ", ")
    let offered = facets.filter { facet in
      facet.field.name != Field.region.name && names?.contains(facet.field.name) ?? true
    }
    choices = offered.compactMap { PageFilters.choice($0, question, language) }
    let facetNames = Set(facets.map(\.field.name))
    let columns = view.columns.filter { $0.isMain && !facetNames.contains($0.field.name) }
    words =
      names != nil
      ? []
      : columns.map(\.field).first { PageFilters.worded.contains($0.name) }
        .map { [PageFilters.entry($0, question, language)] } ?? []
    days =
      view.name == ConsolidatedView.calendar.name || view.name == ConsolidatedView.tasks.name
      ? columns.map(\.field).first { $0.type == .date }
        .map { [PageFilters.entry($0, question, language)] } ?? [] : []
    isChosen = !question.items.isEmpty
    resetAddress = PageAddress.of(path, language)
  }

  /// Columns that people know words of.
  private static let worded: Set<String> = ["name", "title", "text", "subject", "what"]

  private static func entry(
    _ field: Field, _ question: PageQuestionItems, _ language: Language
  ) -> Entry {
    Entry(
      name: field.name, label: field.label.text(language),
      value: question.values(of: field.name).first ?? "")
  }

  /// The values of a column as a list; `nil` where there is nothing to choose.
  private static func choice(
    _ facet: Facet, _ question: PageQuestionItems, _ language: Language
  ) -> Choice? {
    let chosen = question.values(of: facet.field.name).first
    var values = facet.counts.compactMap(\.value).filter { !$0.isEmpty }
    switch facet.field.type {
    case .choice(let list):
      values = list.entries.map(\.code).filter(values.contains)
    case .boolean:
      values = values.map { $0 == "1" ? "true" : "false" }
    default:
      values.sort(by: CzechCollation.areInOrder)
      // The newest year is what is asked for most.
      if facet.field.name == "year" { values.reverse() }
    }
    if let chosen, !values.contains(where: { Folding.fold($0) == Folding.fold(chosen) }) {
      values.append(chosen)
    }
    guard values.count > 1 || chosen != nil else { return nil }
    let options = values.map { value in
      Option(
        value: value, label: label(of: value, facet.field, language),
        isChosen: chosen.map { Folding.fold($0) == Folding.fold(value) } ?? false)
    }
    return Choice(
      name: facet.field.name, label: facet.field.label.text(language), options: options)
  }

  private static func label(of value: String, _ field: Field, _ language: Language) -> String {
    guard field.type == .boolean else { return field.shown(.text(value), in: language) }
    return Label.truth(value == "true").text(language)
  }
}

/// What is asked of a page: the items of its address that say something. A form sends what nobody
/// filled in as well.
struct PageQuestionItems: Sendable {
  /// The items, without the language and the place in a long answer.
  let items: [(name: String, value: String)]
  /// Where the page starts.
  let after: String?

  init(_ asked: Asked) throws {
    let given = try QueryItems(asked.query).items.filter { !$0.value.isEmpty }
    items = given.filter { !["lang", "after", "limit", "facets"].contains($0.name) }
    after = given.first { $0.name == "after" }?.value
  }

  /// All values of a name.
  func values(of name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }
}
