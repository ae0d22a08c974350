/// What a change says before its payloads; the signed part.
struct ChangeHeader {
  static let formatVersion: UInt64 = 1

  let dot: Dot
  let timestamp: HybridTimestamp
  let dependencies: VersionVector
  /// The hash of the replica's change before this; none before the first.
  let previous: ChangeHash?
  let isPerson: Bool
  let payloadCount: Int
  /// The SHA-256 over the SHA-256s of the payloads.
  let payloadRoot: [UInt8]
  let introduction: ReplicaIntroduction?
}

// header = { 1 => 1, 2 => replica, 3 => sequence: uint, 4 => timestamp: uint, 5 => vector,
//   ? 6 => previous: bstr .size 32, 7 => is-person: bool, 8 => payload-count: uint,
//   9 => payload-root: bstr .size 32, ? 10 => introduction, * uint => any }
// introduction = { 1 => public-key: bstr .size 32, 2 => region: tstr, 3 => label: tstr,
//                  ? 4 => predecessor: replica, ? 5 => office: replica, * uint => any }

extension ChangeHeader {
  func encoded() -> [UInt8] {
    var writer = CBORWriter(reserving: 160 + dependencies.dots.count * 22)
    writer.map(8 + (previous == nil ? 0 : 1) + (introduction == nil ? 0 : 1))
    writer.unsigned(1)
    writer.unsigned(Self.formatVersion)
    writer.unsigned(2)
    writer.replica(dot.replica)
    writer.unsigned(3)
    writer.unsigned(dot.sequence)
    writer.unsigned(4)
    writer.unsigned(timestamp.rawValue)
    writer.unsigned(5)
    writer.vector(dependencies)
    if let previous {
      writer.unsigned(6)
      writer.byteString(previous.bytes)
    }
    writer.unsigned(7)
    writer.boolean(isPerson)
    writer.unsigned(8)
    writer.unsigned(UInt64(payloadCount))
    writer.unsigned(9)
    writer.byteString(payloadRoot)
    if let introduction {
      writer.unsigned(10)
      Self.write(introduction, to: &writer)
    }
    return writer.bytes
  }

  private static func write(_ introduction: ReplicaIntroduction, to writer: inout CBORWriter) {
    writer.map(
      3 + (introduction.predecessor == nil ? 0 : 1) + (introduction.office == nil ? 0 : 1))
    writer.unsigned(1)
    writer.byteString(introduction.publicKey)
    writer.unsigned(2)
    writer.text(introduction.region)
    writer.unsigned(3)
    writer.text(introduction.label)
    if let predecessor = introduction.predecessor {
      writer.unsigned(4)
      writer.replica(predecessor)
    }
    if let office = introduction.office {
      writer.unsigned(5)
      writer.replica(office)
    }
  }
}
