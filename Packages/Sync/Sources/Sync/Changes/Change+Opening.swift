import Domain

extension Change {
  /// Decodes a sealed change whose hashes and signature were checked before, as those in one's own
  /// log.
  /// - Throws: `E_BATCH_FORMAT`, `E_BATCH_TRUNCATED`, `E_TOO_BIG`, `E_VERSION`.
  public init(opening sealed: SealedChange) throws(SyncError) {
    try self.init(opening: sealed, ChangeHeader(decoding: sealed.header))
  }

  init(opening sealed: SealedChange, _ header: ChangeHeader) throws(SyncError) {
    do throws(SyncError) {
      guard let note = sealed.payloads.first else { throw SyncError(.format, place: "note") }
      var name = ""
      if case .present(let bytes) = note { name = try PayloadCodec.name(from: bytes) }
      self.init(
        dot: header.dot, timestamp: header.timestamp, dependencies: header.dependencies,
        origin: header.isPerson ? .person(name: name) : .machine(extractor: name),
        edits: try Self.edits(of: sealed.payloads.dropFirst()))
    } catch {
      throw error.about(header.dot.replica, header.dot.sequence)
    }
  }

  private static func edits(
    of payloads: ArraySlice<SealedPayload>
  ) throws(SyncError) -> [RecordEdit] {
    var edits: [RecordEdit] = []
    edits.reserveCapacity(payloads.count)
    for case .present(let bytes) in payloads {
      let edit = try PayloadCodec.edit(from: bytes)
      // Ascending, so no record is there twice and a dot names one write of a field.
      if let last = edits.last, last.record >= edit.record {
        throw SyncError(.format, place: "payload:unordered")
      }
      edits.append(edit)
    }
    return edits
  }
}
