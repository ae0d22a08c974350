import Desk
import Domain
import Hummingbird
import NIOCore
import Storage
import Terminal

/// Documents into the record of the own office, from the browser.
struct ImportEndpoints: Sendable {
  let hub: Hub
  let templates: PageTemplates
  let corrections: Corrections

  /// The bytes that are sent at once.
  private static let mostBytes = 128 << 20

  var all: [Endpoint] {
    [
      Endpoint(.get, "/import", access: .correcting) { asked, _ in
        templates.reply(page(nil, nil, asked))
      },
      Endpoint(.post, "/import", access: .correcting) { asked, body in
        do {
          let sent = try await UploadedFiles(
            asked, body, upTo: Self.mostBytes, corrections.token)
          let documents = await awayFromConnections {
            sent.files.map { ReadDocument($0.bytes, name: $0.name) }
          }
          return templates.reply(page(try await take(documents), nil, asked))
        } catch let refusal as Refusal where UploadedFiles.isAboutFiles(refusal) {
          var reply = templates.reply(page(nil, refusal.report, asked))
          reply.status = refusal.status
          return reply
        }
      },
    ]
  }

  private func take(_ documents: [ReadDocument]) async throws -> ImportSummary {
    try await hub.correct { [path = hub.path] replica in
      var summary = ImportSummary()
      _ = summary.add(documents, into: replica, at: path, clock: Clock.now)
      return summary
    }
  }

  private func page(
    _ summary: ImportSummary?, _ problem: ErrorReport?, _ asked: Asked
  ) -> ImportPage {
    ImportPage(summary, problem, corrections.writing(asked), PageLanguage.of(asked))
  }
}
