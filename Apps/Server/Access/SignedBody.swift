import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import SyncHTTP

extension Asked {
  /// Collects the body, hashing it as it comes.
  /// - Throws: ``Refusal`` when it is larger than `limit` or not the one that was signed.
  func signed(
    _ body: RequestBody, upTo limit: Int, of proof: RequestProof?
  ) async throws -> [UInt8] {
    var hasher = SHA256()
    var bytes: [UInt8] = []
    try await read(body, upTo: limit) { chunk in
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

  /// Hands on the body as it comes.
  /// - Throws: `excess` as soon as it is larger than `limit`, or says that it will be.
  func read(
    _ body: RequestBody, upTo limit: Int, or excess: Refusal = .tooBig,
    _ take: (ByteBuffer) throws -> Void
  ) async throws {
    if let declared = headers[.contentLength].flatMap({ Int($0) }), declared > limit {
      throw excess
    }
    var count = 0
    for try await chunk in body {
      count += chunk.readableBytes
      guard count <= limit else { throw excess }
      try take(chunk)
    }
  }
}
