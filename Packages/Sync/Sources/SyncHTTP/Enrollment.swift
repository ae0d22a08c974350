import Domain
import NIOHTTP1
public import Sync

/// The enrolment of an office at a hub: its public key and the code of an invitation, signed by the
/// key itself.
public enum Enrollment {
  /// The path below the hub's address.
  public static let path = "/api/v1/enroll"
  /// The name of the header in which a hub says who it is.
  public static let hubHeader = "Soulad-Hub"

  /// Enrols a replica and returns the hub.
  /// - Parameters:
  ///   - region: The region that the replica belongs to.
  ///   - now: The time in seconds since 1970.
  /// - Throws: ``HTTPTransportError``.
  public static func enroll(
    _ identity: SigningIdentity, of region: String, at url: String, code: String,
    authorities: String? = nil, now: @escaping @Sendable () -> Int64
  ) async throws(HTTPTransportError) -> ReplicaID {
    let client = try HubClient(
      url: url, credentials: HubCredentials(identity: identity, hub: nil),
      authorities: authorities, journal: ExchangeJournal(), now: now)
    var body = JSONWriter()
    body.object { writer in
      for (key, value) in [
        ("code", code), ("publicKey", Base64.text(of: identity.publicKey)), ("region", region),
      ] {
        writer.key(key)
        writer.string(value)
      }
    }
    let posting = HubClient.Posting(
      path: path, type: "application/json", bytes: Array(body.text.utf8))
    let answer = try await client.post(posting, upTo: 1 << 16)
    let hub = answer.headers.first(name: hubHeader).flatMap(ReplicaID.init)
    guard let hub else { throw .refused(status: answer.status, problem: "") }
    return hub
  }

  /// The bytes of a public key as they stand in a request; `nil` when they are none.
  public static func publicKey(_ text: String) -> [UInt8]? {
    guard let bytes = Base64.bytes(of: text), bytes.count == 32 else { return nil }
    return bytes
  }
}
