import Desk
import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Sync
import Terminal

/// The exchange of changes with other regions, from the browser: with the hubs where the office is
/// enrolled, or by files.
struct DeskExchangeEndpoints: Sendable {
  let hub: Hub
  let templates: PageTemplates
  let corrections: Corrections
  private let turn = ExchangeTurn()

  private static let path = "/exchange"
  private static let filePath = "/exchange/file"

  var all: [Endpoint] {
    [
      Endpoint(.get, Self.path, access: .correcting) { asked, _ in
        templates.reply(try await page(asked))
      },
      Endpoint(.post, Self.path, access: .correcting) { asked, body in
        let form = try await PostedForm(asked, body, corrections.token)
        return try await answer(asked, isOfFiles: false) {
          try await exchange(with: form.value("hub"))
        }
      },
      Endpoint(.get, Self.filePath, access: .correcting) { _, _ in try await file() },
      Endpoint(.post, Self.filePath, access: .correcting) { asked, body in
        try await answer(asked, isOfFiles: true) {
          let sent = try await UploadedFiles(
            asked, body, upTo: SyncLimits.bundleBytes + (1 << 16), corrections.token)
          var lines: [Label] = []
          for file in sent.files { lines.append(try await take(file)) }
          return lines
        }
      },
    ]
  }

  private func page(
    _ asked: Asked, _ lines: [Label] = [], _ problem: ErrorReport? = nil, isOfFiles: Bool = false
  ) async throws -> ExchangePage {
    ExchangePage(
      hubs: try await hub.readers.ask { try $0.hubs() }, lines, problem,
      isOfFiles: isOfFiles, corrections.writing(asked), PageLanguage.of(asked))
  }

  /// The page with what an exchange did, or why it did not work.
  private func answer(
    _ asked: Asked, isOfFiles: Bool, _ work: () async throws -> [Label]
  ) async throws -> Reply {
    do {
      return templates.reply(try await page(asked, try await work()))
    } catch let error as ErrorReport.Failure {
      return try await refused(asked, Refusal(error.report), isOfFiles: isOfFiles)
    } catch let refusal as Refusal where UploadedFiles.isAboutFiles(refusal) {
      return try await refused(asked, refusal, isOfFiles: isOfFiles)
    }
  }

  private func refused(
    _ asked: Asked, _ refusal: Refusal, isOfFiles: Bool
  ) async throws -> Reply {
    var reply = templates.reply(try await page(asked, [], refusal.report, isOfFiles: isOfFiles))
    reply.status = refusal.status
    return reply
  }

  /// Exchanges changes with a hub; only with one where the office is enrolled.
  private func exchange(with address: String) async throws -> [Label] {
    guard try await hub.readers.ask({ try $0.hubs() }).contains(address) else {
      throw Refusal(.badRequest, .badParameter("hub"))
    }
    let outcome = try await turn.take {
      try await awayFromConnections {
        try await HubExchange.run(
          hub, at: address, authorities: corrections.authorities, now: { Clock.now })
      }
    }
    return outcome.report.lines(outcome.figures)
  }

  /// All changes as a file.
  private func file() async throws -> Reply {
    let bytes = try await hub.readers.ask {
      try $0.bundle(lackedBy: VersionVector()).encoded()
    }
    let day = DateWording.moment(Clock.now).prefix(10)
    var reply = Reply(
      headers: [.contentType: "application/octet-stream"], body: ByteBuffer(bytes: bytes))
    let name = "\(hub.region)-\(day).soulad"
    // RFC 6266 with the encoding of RFC 8187, as a region has diacritics.
    reply.headers.set(
      "Content-Disposition",
      "attachment; filename=\"zmeny-\(day).soulad\"; filename*=UTF-8''\(PercentEncoding.text(name))"
    )
    return reply
  }

  private func take(_ file: UploadedFiles.File) async throws -> Label {
    do {
      return try await hub.correct { replica in
        let report = try replica.apply(Bundle(decoding: file.bytes))
        try replica.acknowledge(clock: Clock.now, after: Replica.acknowledgementPause)
        return report.sentence
      }
    } catch let error as SyncError {
      throw ErrorReport.Failure(ErrorReport(error, file: file.name))
    }
  }
}
