/// Checks segments: the signature of the chain of hashes that all payloads and headers give, and
/// that the history goes on where ours of that replica ends.
///
/// The signature is checked before anything is said about forks, so that a stranger cannot accuse
/// anybody; and before payloads are decoded.
public enum SegmentVerifier {
  /// Verifies a segment and returns what is new of it; linear in its size.
  ///
  /// `head` is the last change of the replica that is known here, and `publicKey` the replica's
  /// key, which may be missing when the segment begins with the replica's introduction.
  /// - Throws: `E_GAP` with the first change that is missing; `E_UNKNOWN_KEY`; `E_BATCH_SIG`
  ///   when anything differs from what the replica signed; `E_FORK` when the replica signed another
  ///   history than the one known here; `E_BATCH_FORMAT`, `E_VERSION`, `E_TOO_BIG` with the change
  ///   concerned.
  public static func verify(
    _ segment: LogSegment, head: LogHead?, publicKey: [UInt8]?
  ) throws(SyncError) -> VerifiedSegment {
    let known = head?.sequence ?? 0
    guard segment.firstSequence > 0, !segment.changes.isEmpty else {
      throw SyncError(.format, replica: segment.replica, place: "segment:empty")
    }
    guard segment.firstSequence - 1 <= known else {
      throw SyncError(.gap, replica: segment.replica, sequence: known + 1, place: "segment")
    }
    let links = try links(of: segment)
    let end = links[links.count - 1]
    let newHead = LogHead(sequence: end.dot.sequence, hash: end.hash)
    try checkSignature(of: segment, newHead, links[0].header.introduction, publicKey)
    if let head { try checkContinuation(of: segment, links, from: head) }
    let first = links.firstIndex { $0.dot.sequence > known } ?? links.count
    return VerifiedSegment(
      replica: segment.replica, introduction: first == 0 ? links[0].header.introduction : nil,
      changes: try open(segment.changes[first...], links[first...]),
      end: newHead,
      head: head.map { newHead.sequence > $0.sequence ? newHead : $0 } ?? newHead,
      signature: segment.signature)
  }

  /// Checks that a segment is what its replica signed, whatever is known of what comes before it.
  /// - Throws: see ``verify(_:head:publicKey:)``.
  public static func authenticate(
    _ segment: LogSegment, publicKey: [UInt8]?
  ) throws(SyncError) {
    let links = try links(of: segment)
    guard let end = links.last else {
      throw SyncError(.format, replica: segment.replica, place: "segment:empty")
    }
    let head = LogHead(sequence: end.dot.sequence, hash: end.hash)
    try checkSignature(of: segment, head, links[0].header.introduction, publicKey)
  }
}

extension SegmentVerifier {
  private struct Link {
    let dot: Dot
    let header: ChangeHeader
    let hash: ChangeHash
  }

  /// Decodes the headers and hashes each change after the one before.
  private static func links(of segment: LogSegment) throws(SyncError) -> [Link] {
    var links: [Link] = []
    links.reserveCapacity(segment.changes.count)
    guard (segment.firstSequence == 1) == (segment.previous == nil) else {
      throw SyncError(.format, replica: segment.replica, place: "segment:previous")
    }
    var previous = segment.previous
    for (place, change) in segment.changes.enumerated() {
      let dot = segment.dot(at: place)
      do throws(SyncError) {
        guard !change.payloads.isEmpty else { throw SyncError(.format, place: "payloads") }
        let header = try ChangeHeader(decoding: change.header, of: dot)
        if let last = links.last { try header.checkGrowth(after: last.header.dependencies) }
        let hash = try ChangeHash(of: change, at: dot, after: previous)
        links.append(Link(dot: dot, header: header, hash: hash))
        previous = hash
      } catch {
        throw error.about(dot.replica, dot.sequence)
      }
    }
    return links
  }

  private static func checkSignature(
    of segment: LogSegment, _ head: LogHead, _ introduction: ReplicaIntroduction?,
    _ publicKey: [UInt8]?
  ) throws(SyncError) {
    guard let key = publicKey ?? introduction?.publicKey else {
      throw SyncError(.unknownKey, replica: segment.replica, place: "segment")
    }
    // A key that was handed in is checked as strictly as one that was sent.
    guard ReplicaID(publicKey: key) == segment.replica else {
      throw SyncError(.signature, replica: segment.replica, place: "key")
    }
    guard HeadSignature.isValid(segment.signature, of: segment.replica, head, publicKey: key)
    else {
      throw SyncError(
        .signature, replica: segment.replica, sequence: head.sequence, place: "segment")
    }
  }

  private static func checkContinuation(
    of segment: LogSegment, _ links: [Link], from head: LogHead
  ) throws(SyncError) {
    let dot = links[0].dot
    let isSame =
      if dot.sequence == head.sequence + 1 {
        segment.previous == head.hash
      } else if head.sequence - dot.sequence < UInt64(links.count) {
        links[Int(head.sequence - dot.sequence)].hash == head.hash
      } else {
        // All of it is older than our head, so there is nothing to compare and nothing new.
        true
      }
    guard isSame else {
      throw SyncError(.fork, replica: dot.replica, sequence: head.sequence, place: "chain")
    }
  }

  private static func open(
    _ changes: ArraySlice<SealedChange>, _ links: ArraySlice<Link>
  ) throws(SyncError) -> [VerifiedChange] {
    var opened: [VerifiedChange] = []
    opened.reserveCapacity(changes.count)
    for (sealed, link) in zip(changes, links) {
      opened.append(
        VerifiedChange(
          change: try Change(opening: sealed, at: link.dot, link.header), sealed: sealed,
          hash: link.hash))
    }
    return opened
  }
}
