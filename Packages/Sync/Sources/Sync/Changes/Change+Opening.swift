import Domain

extension Change {
  /// Decodes a sealed change whose hashes and signature were checked before, as those in one's own
  /// log.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG`, `E_VERSION`.
  public init(opening sealed: SealedChange, at dot: Dot) throws(SyncError) {
    do throws(SyncError) {
      try self.init(opening: sealed, at: dot, ChangeHeader(decoding: sealed.header, of: dot))
    } catch {
      throw error.about(dot.replica, dot.sequence)
    }
  }

  init(opening sealed: SealedChange, at dot: Dot, _ header: ChangeHeader) throws(SyncError) {
    do throws(SyncError) {
      guard let note = sealed.payloads.first else { throw SyncError(.format, place: "note") }
      var name = ""
      if let content = note.content { name = try PayloadCodec.name(from: content) }
      self.init(
        dot: dot, timestamp: header.timestamp, dependencies: header.dependencies,
        origin: header.isPerson ? .person(name: name) : .machine(extractor: name),
        edits: try Self.edits(of: sealed.payloads.dropFirst()))
    } catch {
      throw error.about(dot.replica, dot.sequence)
    }
  }

  private static func edits(
    of payloads: ArraySlice<SealedPayload>
  ) throws(SyncError) -> [RecordEdit] {
    var edits: [RecordEdit] = []
    edits.reserveCapacity(payloads.count)
    var place = payloads.startIndex
    while place < payloads.endIndex {
      guard let edit = try edit(at: &place, of: payloads) else { continue }
      // Ascending, so no record is there twice and a dot names one write of a field.
      if let last = edits.last, last.record >= edit.record {
        throw SyncError(.format, place: "payload:unordered")
      }
      edits.append(edit)
    }
    return edits
  }

  /// Reads an edit with its content and goes on after both; `nil` when the edit was erased.
  private static func edit(
    at place: inout Int, of payloads: ArraySlice<SealedPayload>
  ) throws(SyncError) -> RecordEdit? {
    let payload = payloads[place]
    place += 1
    guard let bytes = payload.content else { return nil }
    guard case .edit(let edit) = try PayloadCodec.part(from: bytes) else {
      // The content of an edit that was erased says nothing any more; other content is no payload.
      if case .erased = payloads.prefix(upTo: place - 1).last { return nil }
      throw SyncError(.format, place: "payload:content")
    }
    if !edit.hasContent { return edit }
    guard edit.carriedCount <= SyncLimits.payloadBytes else {
      throw SyncError(.tooBig, place: "payload:content")
    }
    guard place < payloads.endIndex else { throw SyncError(.format, place: "payload:no-content") }
    let content = payloads[place].content
    place += 1
    guard let content else { return edit.filled(with: nil) }
    guard case .content(let words) = try PayloadCodec.part(from: content),
      let filled = edit.filled(with: words)
    else { throw SyncError(.format, place: "payload:content") }
    return filled
  }
}
