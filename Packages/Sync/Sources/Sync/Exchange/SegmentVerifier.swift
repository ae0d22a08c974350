/// Checks segments: the hashes of all payloads, the chain of headers, the signature at the end, and
/// that the history goes on where ours of that replica ends.
///
/// The signature is checked before anything is said about forks, so that a stranger cannot accuse
/// anybody; and before payloads are decoded.
public enum SegmentVerifier {
  /// Verifies a segment and returns what is new of it; linear in its size.
  ///
  /// `head` is the last change of the replica that is known here, and `publicKey` the replica's
  /// key, which may be missing when the segment begins with the replica's introduction.
  /// - Throws: `E_GAP` with the first change that is missing; `E_UNKNOWN_KEY`; `E_BATCH_HASH` when
  ///   a payload or the chain does not fit; `E_BATCH_SIG`; `E_FORK` when the replica signed another
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
    let newHead = LogHead(sequence: end.header.dot.sequence, hash: end.hash)
    try checkSignature(of: segment, newHead, links[0].header.introduction, publicKey)
    if let head { try checkContinuation(of: links, from: head) }
    let first = links.firstIndex { $0.header.dot.sequence > known } ?? links.count
    return VerifiedSegment(
      replica: segment.replica, introduction: first == 0 ? links[0].header.introduction : nil,
      changes: try open(segment.changes[first...], links[first...]),
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
    let head = LogHead(sequence: end.header.dot.sequence, hash: end.hash)
    try checkSignature(of: segment, head, links[0].header.introduction, publicKey)
  }
}

extension SegmentVerifier {
  private struct Link {
    let header: ChangeHeader
    let hash: ChangeHash
  }

  /// Decodes the headers and checks that each belongs to the replica, follows the one before and
  /// fits its payloads.
  private static func links(of segment: LogSegment) throws(SyncError) -> [Link] {
    var links: [Link] = []
    links.reserveCapacity(segment.changes.count)
    var sequence = segment.firstSequence
    for change in segment.changes {
      do throws(SyncError) {
        let header = try ChangeHeader(decoding: change.header)
        guard header.dot == Dot(replica: segment.replica, sequence: sequence) else {
          throw SyncError(.hash, place: "chain:sequence")
        }
        if let last = links.last, header.previous != last.hash {
          throw SyncError(.hash, place: "chain:previous")
        }
        guard header.payloadCount == change.payloads.count,
          try header.payloadRoot == SealedPayload.root(of: change.payloads)
        else { throw SyncError(.hash, place: "payloads") }
        links.append(Link(header: header, hash: change.hash))
      } catch {
        throw error.about(segment.replica, sequence)
      }
      sequence += 1
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
    of links: [Link], from head: LogHead
  ) throws(SyncError) {
    let dot = links[0].header.dot
    let isSame =
      if dot.sequence == head.sequence + 1 {
        links[0].header.previous == head.hash
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
          change: try Change(opening: sealed, link.header), sealed: sealed, hash: link.hash))
    }
    return opened
  }
}
