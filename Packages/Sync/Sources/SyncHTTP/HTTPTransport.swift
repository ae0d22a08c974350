import NIOHTTP1
public import Sync

/// Exchanges messages with a hub over HTTP: each is one POST, whose answer is the answer.
///
/// Bodies travel packed, requests are signed by the replica's key, and one that did not come
/// through is made again, later each time.
public struct HTTPTransport: ExchangeTransport {
  /// The media type of messages (RFC 6838, section 3.2).
  public static let contentType = "application/vnd.soulad.exchange+cbor"
  /// The path below the hub's address.
  public static let path = "/api/v1/exchange"
  /// Bodies shorter than this travel as they are.
  private static let leastPackedBytes = 1 << 10

  /// What happened on the wire.
  public let journal = ExchangeJournal()
  private let client: HubClient

  /// Creates a transport to the hub at a URL, with or without a slash at the end.
  /// - Parameters:
  ///   - credentials: The key that signs the requests; `nil` for a hub that asks nobody.
  ///   - authorities: A file of certificates in PEM that alone are trusted; `nil` for those of the
  ///     system.
  ///   - now: The time in seconds since 1970.
  public init(
    url: String, credentials: HubCredentials? = nil, authorities: String? = nil,
    now: @escaping @Sendable () -> Int64
  ) throws(HTTPTransportError) {
    client = try HubClient(
      url: url, credentials: credentials, authorities: authorities, journal: journal, now: now)
  }

  /// Posts the message and returns the answer.
  /// - Throws: ``HTTPTransportError``; `SyncError` when the answer is not a message.
  public func send(_ message: ExchangeMessage) async throws -> ExchangeMessage {
    var posting = HubClient.Posting(
      path: Self.path, type: Self.contentType, bytes: message.encoded())
    if posting.bytes.count >= Self.leastPackedBytes, let packed = Gzip.packed(posting.bytes) {
      posting = HubClient.Posting(
        path: Self.path, type: Self.contentType, bytes: packed, isPacked: true)
    }
    let answer = try await client.post(posting, upTo: SyncLimits.messageBytes)
    guard answer.headers.first(name: "content-type")?.hasPrefix(Self.contentType) == true else {
      throw HTTPTransportError.refused(status: answer.status, problem: "")
    }
    if let refused = answer.headers.first(name: ExchangeJournal.refusalHeader) {
      journal.note { $0.refusals.formUnion(ExchangeJournal.refusals(in: refused)) }
    }
    return try ExchangeMessage(decoding: answer.body)
  }
}
