import Desk
import Domain
import Hummingbird
import Mustache
import NIOCore
import Storage

/// `/`: the consolidated projects and meetings for people.
struct PageEndpoints: Sendable {
  private let hub: Hub
  private let template: MustacheTemplate

  init(hub: Hub) throws {
    self.hub = hub
    template = try MustacheTemplate(
      string: String(decoding: PackageResources.overview_mustache, as: UTF8.self))
  }

  /// The page and its style.
  var all: [Endpoint] {
    [
      Endpoint(.get, "/", access: .readingWhole) { asked, _ in
        let page = try await page(for: asked)
        let text = await awayFromConnections { template.render(page) }
        return Reply(
          headers: [.contentType: "text/html; charset=utf-8"], body: ByteBuffer(string: text))
      },
      Endpoint(.get, "/style.css", access: .anybody) { _, _ in
        Reply(
          headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "max-age=3600"],
          body: ByteBuffer(bytes: PackageResources.style_css))
      },
    ]
  }

  private func page(for asked: Asked) async throws -> OverviewPage {
    let language = PageLanguage.of(asked)
    let items = try QueryItems(asked.query)
    let region = items.first("region").flatMap { $0.isEmpty ? nil : $0 }
    let status = items.first("status").flatMap { ProjectStatus(rawValue: $0) }?.rawValue
    let regions = try asked.caller.regions(region.map { [$0] } ?? [])
    let filters = status.map { [RowFilter(column: Project.status.name, text: $0)] } ?? []
    let only = asked.caller.region
    return try await hub.readers.ask { replica in
      let projects = try replica.query(.projects, regions: regions, filters: filters)
      let meetings = try replica.query(.meetings, regions: regions)
      return OverviewPage(
        projects: Answer(projects, of: .projects), meetings: Answer(meetings, of: .meetings),
        regions: try only.map { [$0] } ?? replica.regions(), region: region,
        status: status, language: language)
    }
  }
}
