import Crypto
import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import SyncHTTP

/// What belongs to one request besides the request.
struct HubContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address that the connection comes from; empty when there is none.
  let peer: String
  /// Who asks; set before an endpoint is asked.
  var caller = Caller.anybody

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? ""
  }
}

extension Gatekeeper.Credentials {
  /// Reads what a request says of itself.
  init(_ request: Request, _ context: HubContext) {
    let fields = request.headers
    let header = { (name: String) in
      HTTPField.Name(name).flatMap { fields[values: $0].count == 1 ? fields[$0] : nil }
    }
    target = RequestSignature.Target(
      method: request.method.rawValue, path: request.uri.path, query: request.uri.query ?? "")
    isSigned = Gatekeeper.Credentials.signingNames.contains { fields.contains($0) }
    signature = isSigned ? RequestSignature(header) : nil
    token = fields[.authorization].map { Gatekeeper.Credentials.token(in: $0) }
    isForwarded = Gatekeeper.Credentials.forwardingNames.contains { fields.contains($0) }
    client = ClientAddress.of(request, context)
  }

  private static let signingNames = RequestSignature.headerNames.dropFirst().compactMap {
    HTTPField.Name($0)
  }
  private static let forwardingNames = [
    "Forwarded", "X-Forwarded-For", "X-Real-IP", "Via",
  ].compactMap { HTTPField.Name($0) }

  /// The token of an `Authorization` header: as bearer, or as the password that a browser asks for.
  private static func token(in value: String) -> String {
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, value.utf8.count <= 512 else { return "" }
    switch parts[0].lowercased() {
    case "bearer": return String(parts[1])
    case "basic":
      guard let pair = BasicPassword.decode(parts[1]) else { return "" }
      return pair
    default: return ""
    }
  }
}

extension Request {
  /// Collects the body, hashing it as it comes.
  /// - Throws: ``Refusal`` when it is larger than `limit` or not the one that was signed.
  func signedBody(upTo limit: Int, of proof: RequestProof?) async throws -> [UInt8] {
    if let declared = headers[.contentLength].flatMap({ Int($0) }), declared > limit {
      throw Refusal.tooBig
    }
    var hasher = SHA256()
    var bytes: [UInt8] = []
    for try await chunk in body {
      guard bytes.count + chunk.readableBytes <= limit else { throw Refusal.tooBig }
      chunk.withUnsafeReadableBytes { hasher.update(bufferPointer: $0) }
      bytes.append(contentsOf: chunk.readableBytesView)
    }
    if let proof, !(hasher.finalize() == proof.digest) { throw Refusal.otherBody }
    switch headers[.contentEncoding] {
    case nil, "identity": return bytes
    case "gzip":
      do {
        return try Gzip.unpacked(bytes, limit: limit)
      } catch {
        throw error == .tooLong ? Refusal.tooBig : Refusal.damagedBody
      }
    default: throw Refusal.unsupportedCoding
    }
  }
}
