// text = [2, text: tstr / null, authors: [* replica], edits: [* edit-run],
//   counts: [* (patches: uint, times: uint)], patches: [* patch-run], content: tstr]
// edit-run = (author * 2 + by-person: uint, gap: uint, count: uint, parents: [* distance: uint])
// patch-run = (form: uint, distance: int, ? (deleted: uint, inserted: uint))

extension TextDocument {
  static let formatVersion: UInt64 = 2

  /// The canonical bytes of the text with all its edits: equal sets of edits have equal bytes.
  ///
  /// Deterministic CBOR, runs of like edits written once; see `docs/sync.md`. Linear, after the
  /// merge of what waits.
  public func encoded() -> [UInt8] {
    encoded(withText: true)
  }

  /// The bytes of the edits alone: shorter, but whoever reads them has to merge the text from them.
  public func encodedEdits() -> [UInt8] {
    encoded(withText: false)
  }

  private func encoded(withText: Bool) -> [UInt8] {
    // Patches are cut to their texts by the merge, so it comes first.
    var document = self
    document.settle()
    var edits = CanonicalEdits()
    edits.add(document.history)
    var writer = CBORWriter(reserving: count + document.history.content.count + 256)
    writer.array(7)
    writer.unsigned(Self.formatVersion)
    if withText { writer.text(document.text) } else { writer.null() }
    edits.write(to: &writer)
    return writer.take()
  }
}

extension CanonicalEdits {
  fileprivate func write(to writer: inout CBORWriter) {
    writer.array(authors.count)
    for author in authors { writer.replica(author) }
    writer.array(runs.count * 4)
    for run in runs {
      writer.unsigned(UInt64(run.rank * 2 + (run.isPerson ? 1 : 0)))
      writer.unsigned(run.gap)
      writer.unsigned(UInt64(run.count))
      writer.array(run.parents.count)
      for parent in run.parents { writer.unsigned(UInt64(run.first - parent)) }
    }
    writer.array(counts.count * 2)
    for (patches, times) in counts {
      writer.unsigned(UInt64(patches))
      writer.unsigned(UInt64(times))
    }
    writePatches(to: &writer)
    writer.text(TextScalars.string(content[...]))
  }

  private func writePatches(to writer: inout CBORWriter) {
    writer.array(patches.reduce(0) { $0 + ($1.kind == .single ? 4 : 2) })
    var end = 0
    for run in patches {
      writer.unsigned(TextPatchForm(run).number)
      writer.integer(Int64(run.patch(at: 0).position - end))
      end = run.endPosition
      if run.kind != .single { continue }
      writer.unsigned(UInt64(run.whole.deleted))
      writer.unsigned(UInt64(run.whole.inserted))
    }
  }
}

/// The number with which a run of patches begins: four times how many they are, and what they do;
/// for one patch of any size just that.
struct TextPatchForm {
  let kind: TextPatchRun.Kind
  let count: Int

  init(_ run: TextPatchRun) {
    (kind, count) = (run.kind, Int(run.count))
  }

  /// - Returns: `nil` when there is no such form.
  init?(number: UInt64) {
    guard number >> 2 <= UInt64(SyncLimits.textEdits),
      let kind = TextPatchRun.Kind(rawValue: UInt8(number & 3)),
      (number >> 2 == 0) == (kind == .single)
    else { return nil }
    (self.kind, count) = (kind, kind == .single ? 1 : Int(number >> 2))
  }

  var number: UInt64 {
    (kind == .single ? 0 : UInt64(count) << 2) | UInt64(kind.rawValue)
  }
}
