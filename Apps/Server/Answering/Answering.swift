import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Answers questions about the record: told whether anything changed since the client last asked
/// (RFC 9110, section 13), from memory where the same was asked since changes last came in.
struct Answering: Sendable {
  let hub: Hub

  /// A body with its further headers.
  struct Body: Sendable {
    var text: String
    var headers: [(name: String, value: String)] = []
  }

  /// Whether the work takes microseconds, so that it is not worth another thread.
  enum Cost {
    case little
    case more
  }

  /// Answers a request for a form of something.
  func answer(
    _ request: Request, _ caller: Caller, as form: Representation, cost: Cost = .more,
    _ work: @escaping @Sendable (Replica) throws -> Body
  ) async throws -> Response {
    let generation = hub.generation
    let tag = "W/\"\(try hub.tag(at: generation))-\(caller.audience)-\(form.rawValue)\""
    if Answering.knows(request, tag) {
      return Response(status: .notModified, headers: headers(tag, caller, form))
    }
    let question = "\(caller.audience) \(form.rawValue) \(request.uri.string)"
    let entry: AnswerCache.Entry
    if let known = hub.answers.entry(for: question, at: generation) {
      entry = known
    } else {
      let body = cost == .little ? try hub.readers.askHere(work) : try await hub.readers.ask(work)
      entry = AnswerCache.Entry(body: ByteBuffer(string: body.text), headers: body.headers)
      hub.answers.keep(entry, for: question, at: generation)
    }
    var headers = headers(tag, caller, form)
    for (name, value) in entry.headers { headers.set(name, value) }
    guard entry.body.readableBytes > Self.mostBytesHere else {
      return Response.packed(entry.body, headers, for: request)
    }
    return await awayFromConnections { Response.packed(entry.body, headers, for: request) }
  }

  /// The bytes that are packed within a millisecond.
  private static let mostBytesHere = 16 << 10

  private func headers(_ tag: String, _ caller: Caller, _ form: Representation) -> HTTPFields {
    [
      .contentType: form.type, .eTag: tag, .vary: "Accept, Accept-Encoding, Authorization",
      .cacheControl: caller.seesReduced ? "public, max-age=60" : "private, no-cache",
    ]
  }

  /// Whether a client has what the tag stands for.
  private static func knows(_ request: Request, _ tag: String) -> Bool {
    guard let known = request.headers[.ifNoneMatch] else { return false }
    let opaque = tag.dropFirst(2)
    return known.split(separator: ",").contains { part in
      let given = part.drop { $0 == " " }
      return given == "*" || given == tag || given == opaque
    }
  }
}

extension Caller {
  /// What it is shown, as far as answers differ by it.
  var audience: String {
    if seesReduced { return "public" }
    guard let region else { return "whole" }
    let digest = SHA256.hash(data: Array(region.utf8))
    return "region" + digest.prefix(6).map { String($0, radix: 16) }.joined()
  }
}
