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
      Endpoint(.get, "/", access: .readingWhole) { request, context in
        let page = try await page(for: request, context.caller)
        let text = await awayFromConnections { template.render(page) }
        return Response(
          status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
          body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
      },
      Endpoint(.get, "/style.css", access: .anybody) { _, _ in
        Response(
          status: .ok,
          headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "max-age=3600"],
          body: ResponseBody(byteBuffer: ByteBuffer(bytes: PackageResources.style_css)))
      },
    ]
  }

  private func page(for request: Request, _ caller: Caller) async throws -> OverviewPage {
    let language = PageLanguage.of(request)
    let items = try QueryItems(request)
    let region = items.first("region").flatMap { $0.isEmpty ? nil : $0 }
    let status = items.first("status").flatMap { ProjectStatus(rawValue: $0) }?.rawValue
    let regions = try caller.regions(region.map { [$0] } ?? [])
    let filters = status.map { [RowFilter(column: Project.status.name, text: $0)] } ?? []
    return try await hub.readers.ask { replica in
      let projects = try replica.query(.projects, regions: regions, filters: filters)
      let meetings = try replica.query(.meetings, regions: regions)
      return OverviewPage(
        projects: Answer(projects, of: .projects), meetings: Answer(meetings, of: .meetings),
        regions: try caller.region.map { [$0] } ?? replica.regions(), region: region,
        status: status, language: language)
    }
  }
}
