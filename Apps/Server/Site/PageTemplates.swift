import HTTPTypes
import Mustache
import NIOCore

/// The templates of all pages, read once.
struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  init() throws {
    var library = MustacheLibrary()
    for (name, bytes) in [
      ("head", PackageResources.head_mustache), ("foot", PackageResources.foot_mustache),
      ("table", PackageResources.table_mustache), ("proof", PackageResources.proof_mustache),
      ("filters", PackageResources.filters_mustache),
      ("overview", PackageResources.overview_mustache), ("view", PackageResources.view_mustache),
      ("search", PackageResources.search_mustache), ("record", PackageResources.record_mustache),
      ("conflicts", PackageResources.conflicts_mustache),
      ("edit", PackageResources.edit_mustache), ("deleted", PackageResources.deleted_mustache),
      ("exchange", PackageResources.exchange_mustache),
      ("import", PackageResources.import_mustache),
      ("writer", PackageResources.writer_mustache),
      ("described", PackageResources.described_mustache),
      ("files", PackageResources.files_mustache),
      ("trouble", PackageResources.trouble_mustache),
      ("problem", PackageResources.problem_mustache),
    ] {
      try library.register(String(decoding: bytes, as: UTF8.self), named: name)
    }
    self.library = library
  }

  /// The page as an answer.
  func reply(_ page: some Page) -> Reply {
    let text = library.render(page, withTemplate: type(of: page).template) ?? ""
    return Reply(
      headers: [.contentType: "text/html; charset=utf-8"], body: ByteBuffer(string: text))
  }
}

/// What a template shows; every name in it is a tag of the template.
protocol Page: Sendable {
  /// The template's name.
  static var template: String { get }
}
