import Domain
import Sync

extension ReplicaID {
  /// A made-up identity, for tests that sign nothing.
  static func example(_ number: UInt8) -> ReplicaID {
    ReplicaID(publicKey: [number])
  }
}

extension RecordID {
  static func example(_ number: UInt64) -> RecordID {
    RecordID(high: 0, low: number)
  }
}

extension Dot {
  static func example(_ replica: UInt8, _ sequence: UInt64) -> Dot {
    Dot(replica: .example(replica), sequence: sequence)
  }
}

extension VersionVector {
  init(_ dots: Dot...) {
    self.init()
    for dot in dots { observe(dot) }
  }
}

extension WriteContext {
  /// The context of a write by replica `replica` that has seen `seen`.
  static func example(
    _ replica: UInt8, _ sequence: UInt64, time: UInt64 = 1, isPerson: Bool = true, seen: Dot...
  ) -> WriteContext {
    var dependencies = VersionVector()
    for dot in seen { dependencies.observe(dot) }
    return WriteContext(
      dot: .example(replica, sequence), timestamp: HybridTimestamp(milliseconds: time),
      isPerson: isPerson, dependencies: dependencies)
  }
}

extension SigningIdentity {
  /// An identity whose key is this byte 32 times.
  static func example(_ number: UInt8) throws -> SigningIdentity {
    try SigningIdentity(privateKey: [UInt8](repeating: number, count: 32))
  }
}
