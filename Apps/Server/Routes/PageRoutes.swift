import Domain
import Hummingbird
import Mustache
import NIOCore
import Storage

/// `/`: the consolidated projects and meetings for people.
struct PageRoutes {
  private let hub: Hub
  private let template: MustacheTemplate

  init(hub: Hub) throws {
    self.hub = hub
    template = try MustacheTemplate(
      string: String(decoding: PackageResources.overview_mustache, as: UTF8.self))
  }

  func add(to router: Router<BasicRequestContext>) {
    router.get("/") { request, _ in
      let page = try await page(for: request)
      return Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: template.render(page))))
    }
    router.get("/style.css") { _, _ in
      Response(
        status: .ok,
        headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "max-age=3600"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: PackageResources.style_css)))
    }
  }

  private func page(for request: Request) async throws -> OverviewPage {
    let language = PageLanguage.of(request)
    let parameters = request.uri.queryParameters
    let region = parameters.get("region").flatMap { $0.isEmpty ? nil : $0 }
    let status = parameters.get("status").flatMap { ProjectStatus(rawValue: $0) }?.rawValue
    let regions = region.map { [$0] } ?? []
    let filters = status.map { [RowFilter(column: Project.status.name, text: $0)] } ?? []
    let projects = try await hub.query(.projects, regions: regions, filters: filters)
    let meetings = try await hub.query(.meetings, regions: regions, filters: [])
    return OverviewPage(
      projects: projects, meetings: meetings, regions: try await hub.regions(), region: region,
      status: status, language: language)
  }
}
