import Desk
import Domain
import Hummingbird
import NIOCore
import Storage
import Terminal

/// The pages for people: an overview, every view, search, records and what is to be settled.
struct PageEndpoints: Sendable {
  let hub: Hub
  let templates: PageTemplates

  /// The pages with their style.
  var all: [Endpoint] {
    let views = ConsolidatedView.all.map { view in
      page("/\(view.name)") { asked, language in try viewPage(view, asked, language) }
    }
    return [
      page("/", overviewPage), page("/search", searchPage), page("/conflicts", conflictsPage),
      page("/records/{id}") { asked, language in try recordPage(asked, language) },
      page("/records/{id}/history") { asked, language in
        try recordPage(asked, language, withHistory: true)
      },
      file("/style.css", PackageResources.style_css, "text/css; charset=utf-8"),
      file("/icon.svg", PackageResources.icon_svg, "image/svg+xml"),
    ] + views
  }

  /// A page; what it shows is asked of a reader and written off the connections' threads.
  private func page<Shown: Page>(
    _ path: String,
    _ make: @escaping @Sendable (Asked, Language) throws -> (@Sendable (Replica) throws -> Shown)
  ) -> Endpoint {
    Endpoint(.get, path, access: .readingWhole) { asked, _ in
      let work = try make(asked, PageLanguage.of(asked))
      let page = try await hub.readers.ask(work)
      return await awayFromConnections { templates.reply(page) }
    }
  }

  private func file(_ path: String, _ bytes: [UInt8], _ type: String) -> Endpoint {
    Endpoint(.get, path, access: .anybody) { _, _ in
      Reply(
        headers: [.contentType: type, .cacheControl: "max-age=3600"],
        body: ByteBuffer(bytes: bytes))
    }
  }

  /// The rows of projects and meetings on the first page.
  private static let overviewRows = 25

  private func overviewPage(
    _ asked: Asked, _ language: Language
  ) throws -> @Sendable (Replica) throws -> OverviewPage {
    let items = try PageQuestionItems(asked)
    let regions = try asked.caller.regions(items.values(of: Field.region.name))
    let names = [Project.status.name, Project.themes.name, "theme"]
    // A status that there is not is left out: the page is asked by hand as well.
    let filters = names.compactMap { name -> RowFilter? in
      guard let value = items.values(of: name).first,
        let field = ConsolidatedView.projects.column(meantBy: name),
        (try? field.value(from: value)) != nil
      else { return nil }
      return RowFilter(column: field.name, text: value)
    }
    let caller = asked.caller
    let canImport = hub.corrections != nil
    return { replica in
      let projects = try caller.page(
        .projects, regions, filters, limit: Self.overviewRows, after: nil, at: replica)
      let meetings = try caller.page(
        .meetings, regions, [], limit: Self.overviewRows, after: nil, at: replica)
      let form = PageFilters(
        .projects, at: "/", items, facets: try caller.facets(of: .projects, at: replica),
        regions: try caller.region.map { [$0] } ?? replica.regions(),
        only: [Project.status.name, Project.themes.name], language)
      // What waits elsewhere is nothing for who is shown one region.
      let waiting = caller.region == nil ? try replica.conflictCount() : 0
      return OverviewPage(
        projects: projects, meetings: meetings, waiting: waiting, canImport: canImport, items,
        form, language)
    }
  }

  private func viewPage(
    _ view: ConsolidatedView, _ asked: Asked, _ language: Language
  ) throws -> @Sendable (Replica) throws -> ViewPage {
    let items = try PageQuestionItems(asked)
    let query = try Query(items.items, ViewEndpoints.parameters(of: view))
    let regions = try asked.caller.regions(items.values(of: Field.region.name))
    let filters = query.filters(on: view)
    let caller = asked.caller
    let canAdd = hub.corrections != nil
    return { replica in
      let page = try caller.page(
        view, regions, filters, limit: ViewPage.rows, after: items.after, at: replica)
      let today = String(DateWording.moment(Clock.now).prefix(10))
      let form = PageFilters(
        view, at: "/\(view.name)", items, facets: try caller.facets(of: view, at: replica),
        regions: try caller.region.map { [$0] } ?? replica.regions(),
        shortcuts: ViewPage.shortcuts(of: view, items, today: today, language), language)
      return ViewPage(page, of: view, items, form, canAdd: canAdd, language)
    }
  }

  private func searchPage(
    _ asked: Asked, _ language: Language
  ) throws -> @Sendable (Replica) throws -> SearchPage {
    let items = try PageQuestionItems(asked)
    let regions = try asked.caller.regions(items.values(of: Field.region.name))
    let words = String((items.values(of: "q").first ?? "").prefix(Parameter.mostScalars))
    let question = SearchQuery(
      words, regions: regions, limit: SearchPage.rows, after: items.after, withFacets: true)
    return { replica in
      do {
        return SearchPage(try replica.find(question), items, language)
      } catch StorageError.emptyQuestion {
        return SearchPage(nil, items, language)
      }
    }
  }

  private func recordPage(
    _ asked: Asked, _ language: Language, withHistory: Bool = false
  ) throws -> @Sendable (Replica) throws -> RecordPage {
    let (id, region) = (asked.variable, asked.caller.region)
    let (writing, note) = (hub.corrections?.writing(asked), PageNote.of(asked))
    return { replica in
      let row = try replica.show(withPrefix: id)
      guard region == nil || row.region == region else { throw StorageError.noSuchRecord(id) }
      let history = withHistory ? try replica.history(of: row.id) : nil
      return RecordPage(row, history, writing, note, language)
    }
  }

  private func conflictsPage(
    _ asked: Asked, _ language: Language
  ) throws -> @Sendable (Replica) throws -> ConflictsPage {
    let region = asked.caller.region
    let (writing, note) = (hub.corrections?.writing(asked), PageNote.of(asked))
    return { replica in
      let conflicts = try replica.conflicts().filter { region == nil || $0.region == region }
      return ConflictsPage(conflicts, writing, note, language)
    }
  }
}

extension Caller {
  /// A page of a view as far as this caller is shown it.
  fileprivate func page(
    _ view: ConsolidatedView, _ regions: [String], _ filters: [RowFilter], limit: Int,
    after: String?, at replica: Replica
  ) throws -> AnswerPage {
    let question = PageQuestion(
      regions: regions, filters: filters, limit: limit, after: after, withFacets: true)
    return try region.map { try RegionReduction(region: $0).page(view, question, at: replica) }
      ?? replica.page(view, question)
  }

  /// What the rows of a view divide by, whatever is chosen of them; for who is shown one region
  /// only, nothing that others could have said.
  fileprivate func facets(
    of view: ConsolidatedView, at replica: Replica
  ) throws -> [Facet] {
    let question = ViewQuery(
      regions: region.map { [$0] } ?? [], limit: 1, withFacets: true, withEvidence: false)
    let facets = try replica.ask(view, question).facets
    guard region != nil, view.columns.contains(where: { $0.field.name == "records" }) else {
      return facets
    }
    return facets.filter { [Project.status.name, "year"].contains($0.field.name) }
  }
}
