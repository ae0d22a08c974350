import Desk
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage
import Sync
import SyncHTTP

/// What offices talk to: the exchange of changes, and the enrolment before it.
enum ExchangeEndpoints {
  /// The bytes of a request to enrol.
  private static let enrollmentBytes = 4 << 10

  static func all(_ hub: Hub) -> [Endpoint] {
    [
      Endpoint(.post, HTTPTransport.path, access: .reading) { asked, body in
        try await exchange(asked, body, hub)
      },
      Endpoint(.post, Enrollment.path, access: .enrolling) { asked, body in
        try await enroll(asked, body, hub)
      },
    ]
  }

  /// Answers a message with one. Whoever only reads may greet; delivering is for those who may.
  private static func exchange(
    _ asked: Asked, _ body: RequestBody, _ hub: Hub
  ) async throws -> Reply {
    let proof = try proof(of: asked.caller)
    let declared = asked.headers[.contentLength].flatMap { Int($0) } ?? SyncLimits.messageBytes
    guard declared <= SyncLimits.messageBytes else { throw Refusal.tooBig }
    return try await hub.gate.pass(bytes: declared) {
      try await awayFromConnections { try await exchange(asked, body, proof, hub) }
    }
  }

  private static func exchange(
    _ asked: Asked, _ body: RequestBody, _ proof: RequestProof?, _ hub: Hub
  ) async throws -> Reply {
    let bytes = try await asked.signed(body, upTo: SyncLimits.messageBytes, of: proof)
    let message = try ExchangeMessage(decoding: bytes)
    if case .delivery = message, !asked.caller.may(.delivering) { throw Refusal.forbidden }
    let (answer, refusals) = try await hub.answer(message, from: asked.caller)
    var reply = Reply.packed(
      answer.encoded(), type: HTTPTransport.contentType, for: asked)
    if !refusals.isEmpty {
      reply.headers.set(
        ExchangeJournal.refusalHeader, ExchangeJournal.headerValue(refusals))
      hub.logger.notice(
        "changes refused",
        metadata: [
          "caller": .string(asked.caller.name),
          "replicas": .string(ExchangeJournal.headerValue(refusals)),
        ])
    }
    return reply
  }

  /// The proof that the body is compared with. Citizens and programs have none, and no business
  /// here.
  private static func proof(of caller: Caller) throws -> RequestProof? {
    switch caller {
    case .local: nil
    case .office(_, let proof): proof
    case .anybody, .citizen, .stranger, .program: throw Refusal.forbidden
    }
  }

  private struct Application: Decodable {
    let code: String
    let publicKey: String
    let region: String
  }

  private static func enroll(
    _ asked: Asked, _ body: RequestBody, _ hub: Hub
  ) async throws -> Reply {
    guard case .stranger(let proof) = asked.caller else { throw Refusal.forbidden }
    let bytes = try await asked.signed(body, upTo: enrollmentBytes, of: proof)
    let credentials = Gatekeeper.Credentials(asked)
    guard let application = try? JSONDecoder().decode(Application.self, from: Data(bytes)),
      let key = Enrollment.publicKey(application.publicKey)
    else {
      throw Refusal(.badEnrollment)
    }
    guard ReplicaID(publicKey: key) == proof.replica, let signature = credentials.signature,
      signature.isValid(for: credentials.target, publicKey: key)
    else {
      try hub.gatekeeper.noteFailure(of: credentials.client)
      throw Refusal.badSignature
    }
    // Codes are shorter than keys and looked up in a file, so they are not even tried.
    try hub.gatekeeper.checkFailures(of: credentials.client)
    do {
      let member = try hub.gatekeeper.enroll(
        code: application.code, publicKey: key, region: application.region)
      return enrolled(member, at: hub.id)
    } catch let error as HubRightsError {
      if error == .badCode { try hub.gatekeeper.noteFailure(of: credentials.client) }
      hub.logger.notice(
        "enrolment refused", metadata: ["replica": .string(proof.replica.description)])
      throw error
    }
  }

  private static func enrolled(_ member: HubMember, at hub: ReplicaID) -> Reply {
    var writer = JSONWriter()
    writer.object { writer in
      for (key, value) in [
        ("hub", hub.description), ("replica", member.replica.description),
        ("region", member.region), ("role", member.role.rawValue),
      ] {
        writer.key(key)
        writer.string(value)
      }
    }
    var reply = Reply.json(writer.text)
    reply.headers.set(Enrollment.hubHeader, hub.description)
    return reply
  }
}
