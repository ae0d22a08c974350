import Crypto

/// The value that a text was before anybody edited it in parts.
///
/// It is known by a hash of its words, so that two offices that imported the same minutes, and
/// never heard of each other, edit one text and not two.
public struct TextRoot: Hashable, Sendable {
  /// What stands for the value where edits name each other.
  let dot: Dot
  /// How many scalars of the value an edit carries: all, or none when those before it did.
  let carriedCount: Int
  /// The scalars that it carries.
  let scalars: [Unicode.Scalar]

  /// The root that a text of this value has.
  init(_ scalars: [Unicode.Scalar]) {
    self.init(id: Self.id(of: scalars), carriedCount: scalars.count, scalars: scalars)
  }

  init(id: ReplicaID, carriedCount: Int = 0, scalars: [Unicode.Scalar] = []) {
    dot = Dot(replica: id, sequence: 1)
    self.carriedCount = carriedCount
    self.scalars = scalars
  }

  /// Whether it carries the value, and not what is left of one that was erased.
  var carriesWords: Bool { scalars.contains { $0 != TextEdit.erased } }

  /// The hash that stands for the value.
  var id: ReplicaID { dot.replica }

  /// The root with what it carries, U+FFFD for each scalar when that was erased; `nil` when the
  /// scalars are not those of the hash.
  func filled(with scalars: [Unicode.Scalar]?) -> TextRoot? {
    guard let scalars else {
      let erased = [Unicode.Scalar](repeating: TextEdit.erased, count: carriedCount)
      return TextRoot(id: id, carriedCount: carriedCount, scalars: erased)
    }
    guard carriedCount == 0 || Self.id(of: scalars) == id else { return nil }
    return TextRoot(id: id, carriedCount: carriedCount, scalars: scalars)
  }

  /// Keeps the hash from meaning anything elsewhere.
  private static let domain = Array("soulad text root 1\n".utf8)

  private static func id(of scalars: [Unicode.Scalar]) -> ReplicaID {
    var hasher = SHA256()
    hasher.update(data: domain)
    hasher.update(data: Array(TextScalars.string(scalars[...]).utf8))
    let hash = hasher.finalize().withUnsafeBytes { Array($0.prefix(16)) }
    return ReplicaID(bytes: hash) ?? ReplicaID(publicKey: hash)
  }
}
