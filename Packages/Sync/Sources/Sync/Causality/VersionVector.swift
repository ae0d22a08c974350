/// How much is known of every replica: all its changes up to a sequence number.
///
/// Kept as an array sorted by replica, since there are tens of replicas and many vectors.
public struct VersionVector: Hashable, Sendable {
  /// The last known change of each replica, sorted; none has the sequence 0.
  private(set) var dots: [Dot] = []

  /// Creates the vector of somebody who knows nothing.
  public init() {}

  /// Creates a vector from dots that ascend by replica, each replica once.
  init(ascending dots: [Dot]) {
    self.dots = dots
  }

  /// The sequence of the last known change of a replica, 0 for none; logarithmic to read.
  public subscript(replica: ReplicaID) -> UInt64 {
    get {
      let place = place(of: replica)
      return place < dots.count && dots[place].replica == replica ? dots[place].sequence : 0
    }
    set {
      let place = place(of: replica)
      let isThere = place < dots.count && dots[place].replica == replica
      switch (isThere, newValue) {
      case (true, 0): dots.remove(at: place)
      case (true, _): dots[place] = Dot(replica: replica, sequence: newValue)
      case (false, 0): break
      case (false, _): dots.insert(Dot(replica: replica, sequence: newValue), at: place)
      }
    }
  }

  /// The replicas with their sequences, sorted by replica.
  public var entries: [(replica: ReplicaID, sequence: UInt64)] {
    dots.map { ($0.replica, $0.sequence) }
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { dots.isEmpty }

  /// Whether the change is known.
  public func contains(_ dot: Dot) -> Bool {
    self[dot.replica] >= dot.sequence
  }

  /// Adds a change, and with it all earlier ones of its replica.
  public mutating func observe(_ dot: Dot) {
    let place = place(of: dot.replica)
    if place < dots.count, dots[place].replica == dot.replica {
      if dots[place].sequence < dot.sequence { dots[place] = dot }
    } else if dot.sequence > 0 {
      dots.insert(dot, at: place)
    }
  }

  private func place(of replica: ReplicaID) -> Int {
    var low = 0
    var high = dots.count
    while low < high {
      let middle = (low + high) / 2
      if dots[middle].replica < replica { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension VersionVector {
  /// Adds everything that `other` knows; linear in both.
  public mutating func formUnion(_ other: VersionVector) {
    if other.dots.isEmpty { return }
    var union: [Dot] = []
    union.reserveCapacity(max(dots.count, other.dots.count))
    var mine = 0
    var theirs = 0
    while mine < dots.count, theirs < other.dots.count {
      let (left, right) = (dots[mine], other.dots[theirs])
      if left.replica == right.replica {
        union.append(left.sequence < right.sequence ? right : left)
        (mine, theirs) = (mine + 1, theirs + 1)
      } else if left.replica < right.replica {
        union.append(left)
        mine += 1
      } else {
        union.append(right)
        theirs += 1
      }
    }
    union.append(contentsOf: dots[mine...])
    union.append(contentsOf: other.dots[theirs...])
    dots = union
  }

  /// Whether everything that `other` knows is known here; linear in both.
  public func dominates(_ other: VersionVector) -> Bool {
    var mine = 0
    for theirs in other.dots {
      while mine < dots.count, dots[mine].replica < theirs.replica { mine += 1 }
      guard mine < dots.count, dots[mine].replica == theirs.replica,
        dots[mine].sequence >= theirs.sequence
      else { return false }
    }
    return true
  }
}
