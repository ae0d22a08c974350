import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
public import Sync
internal import Synchronization

/// How requests to a hub prove who sends them.
public struct HubCredentials: Sendable {
  /// The key of the replica.
  public let identity: SigningIdentity
  /// The hub that the requests are meant for; `nil` before the enrolment.
  public let hub: ReplicaID?

  /// Creates credentials.
  public init(identity: SigningIdentity, hub: ReplicaID?) {
    self.identity = identity
    self.hub = hub
  }
}

/// One hub over HTTP: requests that are signed, and made again when the network or the hub is not
/// ready, which is harmless because everything that is asked can be asked twice.
struct HubClient: Sendable {
  /// How long the hub may take to begin its answer.
  private static let timeout = TimeAmount.seconds(300)
  /// The waits before a request is made again, in milliseconds.
  private static let waits: [Int64] = [500, 1_000, 2_000, 4_000, 8_000]
  /// The longest wait that a hub may ask for, in milliseconds.
  private static let longestWait: Int64 = 60_000
  /// The bytes of a problem that are kept.
  private static let problemBytes = 64 << 10

  private let base: String
  private let client: HTTPClient
  private let credentials: HubCredentials?
  private let journal: ExchangeJournal
  private let now: @Sendable () -> Int64

  /// What is posted.
  struct Posting {
    let path: String
    let type: String
    let bytes: [UInt8]
    var isPacked = false
  }

  /// A whole answer.
  struct Answer {
    let status: Int
    let headers: HTTPHeaders
    let body: [UInt8]
  }

  /// - Parameter now: The time in seconds since 1970.
  init(
    url: String, credentials: HubCredentials?, authorities: String?, journal: ExchangeJournal,
    now: @escaping @Sendable () -> Int64
  ) throws(HTTPTransportError) {
    var base = Substring(url)
    while base.last == "/" { base.removeLast() }
    self.base = String(base)
    self.credentials = credentials
    self.journal = journal
    self.now = now
    client = try HTTPClients.client(trusting: authorities)
  }

  /// Posts and returns the answer whose status is 200.
  func post(_ posting: Posting, upTo limit: Int) async throws(HTTPTransportError) -> Answer {
    var offset: Int64 = 0
    var attempt = 0
    while true {
      let wait: Int64
      do throws(HTTPTransportError) {
        let answer = try await once(posting, upTo: limit, offset: offset)
        if answer.status == 200 { return answer }
        let problem = String(decoding: answer.body.prefix(Self.problemBytes), as: UTF8.self)
        let error = HTTPTransportError.refused(status: answer.status, problem: problem)
        if answer.status == 401, offset == 0, let skew = skew(of: answer) {
          // A clock that runs wrong is the office's trouble, not a reason to lose its work.
          offset = skew
          continue
        }
        guard [429, 502, 503, 504].contains(answer.status) else { throw error }
        guard attempt < Self.waits.count else { throw error }
        let asked = answer.headers.first(name: "retry-after").flatMap { Int64($0) } ?? 0
        wait = min(max(asked * 1_000, Self.waits[attempt]), Self.longestWait)
      } catch .unreachable(let reason) {
        // An address that is wrong should be said soon; a line that broke comes back.
        let most = journal.figures.bytesReceived > 0 ? Self.waits.count : 2
        guard attempt < most else { throw .unreachable(reason: reason) }
        wait = Self.waits[attempt]
      }
      attempt += 1
      journal.note { $0.retries += 1 }
      // Offices that a hub turned away at once do not come back at once.
      try? await Task.sleep(for: .milliseconds(wait + Int64.random(in: 0...wait / 4)))
    }
  }

  /// How far the hub's clock is ahead, in seconds, when the hub says that this is what is wrong.
  private func skew(of answer: Answer) -> Int64? {
    guard let time = answer.headers.first(name: "soulad-time").flatMap({ Int64($0) }) else {
      return nil
    }
    let skew = time - now()
    return abs(skew) > 1 ? skew : nil
  }

  private func once(
    _ posting: Posting, upTo limit: Int, offset: Int64
  ) async throws(HTTPTransportError) -> Answer {
    let request = request(for: posting, offset: offset)
    do {
      let response = try await client.execute(request, timeout: Self.timeout)
      let buffer = try await response.body.collect(upTo: limit)
      journal.note {
        $0.bytesSent += posting.bytes.count
        $0.bytesReceived += buffer.readableBytes
      }
      var body = Array(buffer.readableBytesView)
      if response.headers.first(name: "content-encoding") == "gzip" {
        body = try Gzip.unpacked(body, limit: limit)
      }
      return Answer(status: Int(response.status.code), headers: response.headers, body: body)
    } catch is NIOTooManyBytesError {
      throw .tooLong
    } catch Gzip.Failure.tooLong {
      throw .tooLong
    } catch let error as NIOSSLError {
      throw .untrusted(reason: String(describing: error))
    } catch let error as NIOSSLExtraError {
      throw .untrusted(reason: String(describing: error))
    } catch {
      throw .unreachable(reason: String(describing: error))
    }
  }

  private func request(for posting: Posting, offset: Int64) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: base + posting.path)
    request.method = .POST
    request.headers.add(name: "content-type", value: posting.type)
    request.headers.add(name: "accept", value: posting.type)
    request.headers.add(name: "accept-encoding", value: "gzip")
    if posting.isPacked { request.headers.add(name: "content-encoding", value: "gzip") }
    if let credentials {
      // Behind a proxy the hub may live below a path that it does not see itself.
      let signature = RequestSignature(
        of: RequestSignature.Target(method: "POST", path: posting.path), body: posting.bytes,
        for: credentials.hub?.description ?? RequestSignature.enrollment,
        by: credentials.identity, time: now() + offset)
      for (name, value) in signature?.headers ?? [] {
        request.headers.add(name: name, value: value)
      }
    }
    request.body = .bytes(posting.bytes)
    return request
  }
}

/// The clients of the program, one for each set of trusted authorities, for as long as it runs.
private enum HTTPClients {
  private static let clients = Mutex<[String: HTTPClient]>([:])

  /// - Parameter authorities: A file of certificates in PEM; `nil` for those of the system.
  static func client(trusting authorities: String?) throws(HTTPTransportError) -> HTTPClient {
    if let known = clients.withLock({ $0[authorities ?? ""] }) { return known }
    var configuration = HTTPClient.Configuration(
      // Nobody is followed elsewhere with what was meant for the hub.
      redirectConfiguration: .disallow,
      timeout: HTTPClient.Configuration.Timeout(connect: .seconds(10), read: .seconds(300)))
    configuration.httpVersion = .http1Only
    if let authorities {
      guard let trusted = try? NIOSSLCertificate.fromPEMFile(authorities), !trusted.isEmpty else {
        throw .badAuthorities(path: authorities)
      }
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.trustRoots = .certificates(trusted)
      configuration.tlsConfiguration = tls
    }
    let client = HTTPClient(
      eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    clients.withLock { $0[authorities ?? ""] = client }
    return client
  }
}
