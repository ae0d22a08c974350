import AsyncHTTPClient
import NIOCore
import NIOHTTP1
public import Sync

/// Exchanges messages with a hub over HTTP: each is one POST, whose answer is the answer.
public struct HTTPTransport: ExchangeTransport {
  /// The media type of messages (RFC 6838, section 3.2).
  public static let contentType = "application/vnd.soulad.exchange+cbor"
  /// The path below the hub's address.
  public static let path = "/api/v1/exchange"
  /// How long the hub may take to begin its answer.
  private static let timeout = TimeAmount.seconds(120)
  /// The bytes of a problem that are kept.
  private static let problemBytes = 64 << 10

  /// One client for the life of the program.
  ///
  /// It waits for the network 30 seconds at most at any point of an answer, and follows nobody
  /// elsewhere with what was meant for the hub.
  private static let client = HTTPClient(
    eventLoopGroup: HTTPClient.defaultEventLoopGroup,
    configuration: HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: HTTPClient.Configuration.Timeout(connect: .seconds(10), read: .seconds(30))))

  private let address: String

  /// Creates a transport to the hub at a URL, with or without a slash at the end.
  public init(url: String) {
    var base = Substring(url)
    while base.last == "/" { base.removeLast() }
    address = base + Self.path
  }

  /// Posts the message and returns the answer.
  /// - Throws: ``HTTPTransportError``; `SyncError` when the answer is not a message.
  public func send(_ message: ExchangeMessage) async throws -> ExchangeMessage {
    let response = try await post(message.encoded())
    let isMessage = response.headers.first(name: "content-type")?.hasPrefix(Self.contentType)
    guard response.status == .ok, isMessage == true else {
      throw HTTPTransportError.refused(
        status: Int(response.status.code), problem: await Self.problem(in: response))
    }
    return try ExchangeMessage(decoding: try await Self.body(of: response))
  }

  private func post(_ bytes: [UInt8]) async throws(HTTPTransportError) -> HTTPClientResponse {
    var request = HTTPClientRequest(url: address)
    request.method = .POST
    request.headers.add(name: "content-type", value: Self.contentType)
    request.headers.add(name: "accept", value: Self.contentType)
    request.body = .bytes(bytes)
    do {
      return try await Self.client.execute(request, timeout: Self.timeout)
    } catch {
      throw .unreachable(reason: String(describing: error))
    }
  }

  private static func body(
    of response: HTTPClientResponse
  ) async throws(HTTPTransportError) -> [UInt8] {
    do {
      let buffer = try await response.body.collect(upTo: SyncLimits.messageBytes)
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      throw .tooLong
    } catch {
      throw .unreachable(reason: String(describing: error))
    }
  }

  /// What the server says of its refusal; empty when that cannot be read.
  private static func problem(in response: HTTPClientResponse) async -> String {
    guard let buffer = try? await response.body.collect(upTo: problemBytes) else { return "" }
    return String(decoding: buffer.readableBytesView, as: UTF8.self)
  }
}
