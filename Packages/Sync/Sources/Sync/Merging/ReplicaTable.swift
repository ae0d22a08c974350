/// The replicas that an encoded state names, each once, so that a dot takes two small numbers.
struct ReplicaTable {
  let replicas: [ReplicaID]

  init(of dots: [Dot]) {
    var replicas: [ReplicaID] = []
    for dot in dots where replicas.last != dot.replica { replicas.append(dot.replica) }
    if replicas.count > 1 {
      replicas.sort()
      var count = 1
      for place in 1..<replicas.count where replicas[place] != replicas[count - 1] {
        replicas[count] = replicas[place]
        count += 1
      }
      replicas.removeLast(replicas.count - count)
    }
    self.replicas = replicas
  }

  init(from reader: inout CBORReader) throws(SyncError) {
    var replicas: [ReplicaID] = []
    for _ in 0..<(try reader.array(upTo: SyncLimits.replicas)) {
      let replica = try reader.replica()
      if let last = replicas.last, last >= replica { throw reader.failure(.unordered) }
      replicas.append(replica)
    }
    self.replicas = replicas
  }

  func write(to writer: inout CBORWriter) {
    writer.array(replicas.count)
    for replica in replicas { writer.replica(replica) }
  }

  func write(_ dot: Dot, to writer: inout CBORWriter) {
    var low = 0
    var high = replicas.count
    while low < high {
      let middle = (low + high) / 2
      if replicas[middle] < dot.replica { low = middle + 1 } else { high = middle }
    }
    writer.unsigned(UInt64(low))
    writer.unsigned(dot.sequence)
  }

  func dot(from reader: inout CBORReader) throws(SyncError) -> Dot {
    let place = try reader.unsigned()
    guard place < UInt64(replicas.count) else { throw reader.failure(.outOfRange) }
    return Dot(replica: replicas[Int(place)], sequence: try reader.unsigned())
  }

  /// Reads a vector; the replicas ascend as they do in the table.
  func vector(from reader: inout CBORReader) throws(SyncError) -> VersionVector {
    let count = try reader.array()
    guard count.isMultiple(of: 2) else { throw reader.failure(.outOfRange) }
    var dots: [Dot] = []
    dots.reserveCapacity(min(count / 2, replicas.count))
    for _ in 0..<(count / 2) {
      let dot = try dot(from: &reader)
      if let last = dots.last, last.replica >= dot.replica { throw reader.failure(.unordered) }
      dots.append(dot)
    }
    return VersionVector(ascending: dots)
  }
}
