import Crypto
import HTTPTypes
import NIOCore
import Storage

/// Answers questions about the record: told whether anything changed since the client last asked
/// (RFC 9110, section 13), from memory where the same was asked since changes last came in.
struct Answering: Sendable {
  let hub: Hub

  /// A body with its further headers.
  struct Body: Sendable {
    var bytes: [UInt8]
    var headers: [(name: String, value: String)] = []
  }

  /// Answers a request for a form of something.
  func answer(
    _ asked: Asked, as form: Representation, _ work: @escaping @Sendable (Replica) throws -> Body
  ) async throws -> Reply {
    let question = try Question(asked, form, hub)
    if let known = known(question) { return known }
    let entry: AnswerCache.Entry
    if let kept = kept(question) {
      entry = kept
    } else {
      entry = keep(try await hub.readers.ask(work), for: question)
    }
    guard entry.body.readableBytes > Self.mostBytesHere else { return reply(entry, to: question) }
    return await awayFromConnections { reply(entry, to: question) }
  }

  /// Answers what takes microseconds, on this thread; `nil` for what is too long to be packed here.
  func lightAnswer(
    _ asked: Asked, as form: Representation, _ work: @Sendable (Replica) throws -> Body
  ) throws -> Reply? {
    let question = try Question(asked, form, hub)
    if let known = known(question) { return known }
    let entry = try kept(question) ?? keep(hub.readers.askHere(work), for: question)
    let isLong = entry.body.readableBytes > Self.mostBytesHere
    return isLong && Reply.isPacked(entry.body, for: asked) ? nil : reply(entry, to: question)
  }

  /// What is asked, of what is known at one moment.
  private struct Question {
    let asked: Asked
    let form: Representation
    let generation: UInt64
    let audience: String
    let tag: String

    init(_ asked: Asked, _ form: Representation, _ hub: Hub) throws {
      self.asked = asked
      self.form = form
      generation = hub.generation
      audience = asked.caller.audience
      tag = "W/\"\(try hub.tag(at: generation))-\(audience)-\(form.rawValue)\""
    }

    var key: String { "\(audience) \(form.rawValue) \(asked.address)" }
  }

  /// The answer to a client that has what it asks for.
  private func known(_ question: Question) -> Reply? {
    guard Answering.knows(question.asked, question.tag) else { return nil }
    return Reply(status: .notModified, headers: headers(question))
  }

  private func kept(_ question: Question) -> AnswerCache.Entry? {
    guard hub.answers.keepsAny else { return nil }
    return hub.answers.entry(for: question.key, at: question.generation)
  }

  private func keep(_ body: Body, for question: Question) -> AnswerCache.Entry {
    let entry = AnswerCache.Entry(body: ByteBuffer(bytes: body.bytes), headers: body.headers)
    if hub.answers.keepsAny { hub.answers.keep(entry, for: question.key, at: question.generation) }
    return entry
  }

  private func reply(_ entry: AnswerCache.Entry, to question: Question) -> Reply {
    var headers = headers(question)
    for (name, value) in entry.headers { headers.set(name, value) }
    return Reply.packed(entry.body, headers, for: question.asked)
  }

  /// The bytes that are packed within a millisecond.
  private static let mostBytesHere = 16 << 10

  private func headers(_ question: Question) -> HTTPFields {
    let isPublic = question.asked.caller.seesReduced
    return [
      .contentType: question.form.type, .eTag: question.tag,
      .vary: "Accept, Accept-Encoding, Authorization",
      .cacheControl: isPublic ? "public, max-age=60" : "private, no-cache",
    ]
  }

  /// Whether a client has what the tag stands for.
  private static func knows(_ asked: Asked, _ tag: String) -> Bool {
    guard let known = asked.headers[.ifNoneMatch] else { return false }
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
