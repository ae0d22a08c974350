import Crypto
public import Sync

/// The proof that a request comes from the holder of a replica's key: an HTTP message signature
/// (RFC 9421) over method, path, query and the digest of the body (RFC 9530), in the one form that
/// is accepted here.
///
/// It names the hub it is meant for, so that nobody can pass it on to another, and a time and a
/// random number, so that nobody can say it twice.
public struct RequestSignature: Hashable, Sendable {
  /// Who signed.
  public let replica: ReplicaID
  /// When, in seconds since 1970.
  public let time: Int64
  /// 16 random bytes, as 32 hexadecimal digits.
  public let nonce: String
  /// The hub that it is meant for, or ``enrollment``.
  public let audience: String
  /// The SHA-256 of the body as it travels.
  public let digest: [UInt8]
  /// The Ed25519 signature, 64 bytes.
  public let signature: [UInt8]

  /// The audience of a request by somebody who does not know the hub yet.
  public static let enrollment = "enrollment"

  /// What a request asks for, as far as it is signed.
  public struct Target: Sendable {
    /// The method, as `POST`.
    public let method: String
    /// The path as it stands in the request.
    public let path: String
    /// The query without its question mark; empty when there is none.
    public let query: String

    /// Creates a target.
    public init(method: String, path: String, query: String = "") {
      self.method = method
      self.path = path
      self.query = query
    }
  }

  /// Signs a request.
  /// - Parameter time: Seconds since 1970.
  /// - Returns: `nil` when the key cannot sign.
  public init?(
    of target: Target, body: [UInt8], for audience: String, by identity: SigningIdentity,
    time: Int64
  ) {
    replica = identity.replica
    self.time = time
    self.audience = audience
    var generator = SystemRandomNumberGenerator()
    nonce = (0..<2).map { _ in Self.digits(of: generator.next()) }.joined()
    digest = Array(SHA256.hash(data: body))
    let parameters = Self.parameters(time, nonce, replica, audience)
    let base = Self.base(of: target, digest: digest, parameters)
    guard
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: identity.privateKey),
      let signature = try? key.signature(for: base)
    else { return nil }
    self.signature = Array(signature)
  }

  /// Whether the holder of a key signed this for a target.
  public func isValid(for target: Target, publicKey: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return false
    }
    let parameters = Self.parameters(time, nonce, replica, audience)
    return key.isValidSignature(
      signature, for: Self.base(of: target, digest: digest, parameters))
  }
}

extension RequestSignature {
  /// The names of the headers that carry a signature.
  public static let headerNames = ["Content-Digest", "Signature-Input", "Signature"]
  private static let components = "(\"@method\" \"@path\" \"@query\" \"content-digest\")"

  /// The headers of a signed request.
  public var headers: [(name: String, value: String)] {
    let values = [
      Self.digestField(digest),
      "soulad=" + Self.parameters(time, nonce, replica, audience),
      "soulad=:\(Base64.text(of: signature)):",
    ]
    return zip(Self.headerNames, values).map { (name: $0, value: $1) }
  }

  /// Reads the headers of a request; `nil` when they are missing or in another form.
  public init?(_ value: (_ name: String) -> String?) {
    let fields = Self.headerNames.map(value)
    guard let digest = fields[0].flatMap({ Self.bytes($0, after: "sha-256=") }),
      digest.count == 32,
      let signature = fields[2].flatMap({ Self.bytes($0, after: "soulad=") }),
      signature.count == 64, let input = fields[1], input.utf8.count <= 512
    else { return nil }
    let parts = input.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[1].hasPrefix("created="),
      let time = Int64(parts[1].dropFirst(8)),
      let nonce = Self.quoted(parts[2], "nonce"),
      let replica = Self.quoted(parts[3], "keyid").flatMap(ReplicaID.init),
      let audience = Self.quoted(parts[5], "tag"), nonce.utf8.count == 32,
      // Whatever is not written exactly so was signed by nobody.
      input == "soulad=" + Self.parameters(time, nonce, replica, audience)
    else { return nil }
    self.init(
      replica: replica, time: time, nonce: nonce, audience: audience, digest: digest,
      signature: signature)
  }

  private init(
    replica: ReplicaID, time: Int64, nonce: String, audience: String, digest: [UInt8],
    signature: [UInt8]
  ) {
    self.replica = replica
    self.time = time
    self.nonce = nonce
    self.audience = audience
    self.digest = digest
    self.signature = signature
  }

  private static func quoted(_ part: Substring, _ name: String) -> String? {
    guard part.hasPrefix("\(name)=\""), part.hasSuffix("\"") else { return nil }
    return String(part.dropFirst(name.count + 2).dropLast())
  }

  private static func bytes(_ field: String, after name: String) -> [UInt8]? {
    guard field.hasPrefix(name + ":"), field.hasSuffix(":"), field.utf8.count <= 128 else {
      return nil
    }
    return Base64.bytes(of: field.dropFirst(name.count + 1).dropLast())
  }

  private static func parameters(
    _ time: Int64, _ nonce: String, _ replica: ReplicaID, _ audience: String
  ) -> String {
    "\(components);created=\(time);nonce=\"\(nonce)\";keyid=\"\(replica)\";alg=\"ed25519\""
      + ";tag=\"\(audience)\""
  }

  private static func digestField(_ digest: [UInt8]) -> String {
    "sha-256=:\(Base64.text(of: digest)):"
  }

  /// The signed bytes, after RFC 9421, section 2.5.
  private static func base(of target: Target, digest: [UInt8], _ parameters: String) -> [UInt8] {
    let lines = [
      "\"@method\": \(target.method)", "\"@path\": \(target.path)",
      "\"@query\": ?\(target.query)", "\"content-digest\": \(digestField(digest))",
      "\"@signature-params\": \(parameters)",
    ]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func digits(of number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
