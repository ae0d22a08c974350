/// What a change says before its payloads.
struct ChangeHeader {
  static let formatVersion: UInt64 = 1

  let timestamp: HybridTimestamp
  let dependencies: VersionVector
  let isPerson: Bool
  let introduction: ReplicaIntroduction?
}

// header = { 1 => 1, 2 => timestamp: uint, 3 => vector, 4 => is-person: bool, ? 5 => introduction,
//   * uint => any }
// introduction = { 1 => public-key: bstr .size 32, 2 => region: tstr, 3 => label: tstr,
//                  ? 4 => predecessor: replica, ? 5 => office: replica, * uint => any }

extension ChangeHeader {
  func encoded() -> [UInt8] {
    var writer = CBORWriter(reserving: 24 + dependencies.dots.count * 22)
    writer.map(introduction == nil ? 4 : 5)
    writer.unsigned(1)
    writer.unsigned(Self.formatVersion)
    writer.unsigned(2)
    writer.unsigned(timestamp.rawValue)
    writer.unsigned(3)
    writer.vector(dependencies)
    writer.unsigned(4)
    writer.boolean(isPerson)
    if let introduction {
      writer.unsigned(5)
      Self.write(introduction, to: &writer)
    }
    return writer.take()
  }

  static func write(_ introduction: ReplicaIntroduction, to writer: inout CBORWriter) {
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
