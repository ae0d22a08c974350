import Domain
public import Sync

extension Replica {
  /// All who ever introduced themselves, and what each has acknowledged. Linear in the members.
  ///
  /// Internal logs have no members of their own: they are never compacted.
  public func membership() throws -> Membership {
    try connection.reading { try membershipInside() }
  }

  func membershipInside() throws -> Membership {
    let log = ChangeLog(connection)
    let found = try connection.rows(
      """
      SELECT replica.id, replica.region, replica.predecessor, change.sequence, change.timestamp
      FROM replica JOIN change ON change.replica = replica.number
      WHERE replica.office IS NULL AND change.sequence =
        (SELECT max(sequence) FROM change WHERE replica = replica.number)
      ORDER BY replica.id
      """
    ) { row in
      guard let id = ReplicaID(bytes: row.blob(0)) else {
        throw StorageError.damaged(place: "replica")
      }
      return (
        dot: Dot(replica: id, sequence: try ChangeLog.sequence(row, 3)),
        region: row.text(1) ?? "", predecessor: ReplicaID(bytes: row.blob(2)),
        time: HybridTimestamp(rawValue: UInt64(bitPattern: row.integer(4)))
      )
    }
    return Membership(
      try found.map { member in
        Member(
          replica: member.dot.replica, region: member.region, predecessor: member.predecessor,
          sequence: member.dot.sequence, milliseconds: member.time.milliseconds,
          acknowledged: try log.outline(of: member.dot).acknowledged,
          retiredThrough: try Retirement.read(of: member.dot.replica, from: connection))
      })
  }

  /// Says that nobody waits for a member any more, known by its identity or a unique beginning of
  /// it: its device is lost, or the office has closed. Whatever it still brings is applied, and
  /// from then on it is waited for again.
  /// - Throws: ``MembershipError``.
  public func retire(_ name: String, author: String, clock: UInt64) throws -> Member {
    guard author.isName else { throw StorageError.badAuthor(author) }
    return try changing {
      let membership = try membershipInside()
      let member = try membership.member(named: name.trimmed.lowercased())
      guard member.replica != id else { throw MembershipError.isSelf(id) }
      guard membership.standing(of: member) == .active else {
        throw MembershipError.notActive(member.replica)
      }
      let record = Retirement.record(of: member.replica)
      var states = MergedState(connection)
      let known = try states.state(of: record)
      let operation = (known ?? RecordState(kind: Retirement.kind)).assigning(
        Retirement.through, .integer(Int64(clamping: member.sequence)), asPerson: true)
      // Somebody may have deleted the record with a tool that knows it as any other.
      let operations = [operation, known?.restoring()].compactMap(\.self)
      try append(
        [RecordEdit(record: record, kind: Retirement.kind, operations: operations)],
        origin: .person(name: author), clock: clock, knowing: &states)
      return member
    }
  }
}

extension Replica {
  /// The member whose identity begins so.
  /// - Throws: ``MembershipError``.
  public func member(named name: String) throws -> ReplicaID {
    try connection.reading {
      try membershipInside().member(named: name.trimmed.lowercased()).replica
    }
  }
}

extension Membership {
  fileprivate func member(named name: String) throws(MembershipError) -> Member {
    let found = members.filter { $0.replica.description.hasPrefix(name) }
    guard !name.isEmpty, let member = found.first else { throw .unknown(name) }
    guard found.count == 1 else { throw .ambiguous(name) }
    return member
  }
}
