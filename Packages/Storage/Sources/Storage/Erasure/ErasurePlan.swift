import Domain
import Sync

/// The edits that erase a person, gathered from states and from the log.
///
/// The words of an edit go together, so what else it said of its record is said once more: by a
/// machine what a machine said, so that its evidence holds and a better extractor may correct it.
struct ErasurePlan {
  private let scope: ErasureScope
  private let mask: NameMask
  private var targets: [RecordID: Target] = [:]
  private var otherRegions: Set<String> = []
  /// The last folded changes of this region.
  private let folded: [Dot]

  /// A record that may say something of the person.
  private struct Target {
    let state: RecordState
    let isDeleted: Bool
    /// What covers the name, by field.
    let covers: [UInt16: Operation]
    /// The changes of this region whose words go, and the fields that they wrote.
    var writes: [Dot] = []
    var fields: Set<UInt16> = []
    /// Whether changes that wrote the record were folded: who has them whole may have words in them
    /// that do not stand any more.
    var isFolded = false

    var isTouched: Bool { isDeleted || !covers.isEmpty || !writes.isEmpty }

    /// Whether all goes that folded changes wrote, and is said once more as far as it stands: what
    /// each of them wrote is not known any more.
    var losesFolded: Bool { isFolded && (isDeleted || !covers.isEmpty) }

    /// The fields whose words go although they do not name the person.
    var lostFields: [UInt16] { fields.filter { covers[$0] == nil }.sorted() }
  }

  init(_ scope: ErasureScope, _ others: [String], folded: [Dot]) {
    self.scope = scope
    self.folded = folded
    mask = NameMask(scope.name, others: others)
  }

  /// Notes what a record says now.
  mutating func note(_ id: RecordID, _ state: RecordState) {
    guard scope.covers(id, state) else { return }
    let isDeleted = scope.about.contains(id) && Self.goes(state.kind)
    var covers: [UInt16: Operation] = [:]
    for field in Set(state.registers.keys).union(state.texts.keys).sorted() {
      let texts = (state.register(field)?.siblings ?? []).compactMap { $0.value?.text }
      guard
        isDeleted && field != Field.region.id || texts.contains(where: { mask.masked($0) != nil }),
        let shown = state.shown(field)?.text
      else { continue }
      let rest = isDeleted ? nil : FieldValue.text(mask.masked(shown) ?? shown)
      covers[field] = state.assigning(field, rest, asPerson: true)
    }
    targets[id] = Target(state: state, isDeleted: isDeleted, covers: covers)
  }

  /// Notes what folded changes made of a record.
  mutating func noteFolded(_ id: RecordID) { targets[id]?.isFolded = true }

  /// Notes what one change wrote to a record.
  mutating func note(
    _ id: RecordID, _ words: [WrittenWords], isFolded: Bool, isOwn: Bool, from region: String
  ) {
    guard let target = targets[id], let dot = words.first?.dot else { return }
    // A text that was typed in parts may hold parts of the name in each.
    let isNamed = words.contains { written in
      target.isDeleted || mask.masked(written.text) != nil
        || (written.isPart && target.covers[written.field] != nil)
    }
    guard isNamed || (isFolded && target.losesFolded) else { return }
    if isOwn {
      targets[id]?.writes.append(dot)
      targets[id]?.fields.formUnion(words.map(\.field))
    } else {
      otherRegions.insert(region)
    }
  }

  /// What machines said in the same breath, said once more.
  var repetitions: [RecordEdit] {
    edits { target in
      target.lostFields.compactMap {
        target.state.repeating($0, of: target.writes, asPerson: false)
      }
    }
  }

  /// What a person does: covers the name, says once more what persons said, and says what is
  /// erased.
  var erasures: [RecordEdit] {
    edits { target in
      var operations = target.covers.sorted { $0.key < $1.key }.map(\.value)
      operations += target.lostFields.compactMap {
        target.state.repeating($0, of: target.writes, asPerson: true)
      }
      if target.isDeleted, let deletion = target.state.deleting() { operations.append(deletion) }
      let folded = target.losesFolded ? folded : []
      if !target.writes.isEmpty || !folded.isEmpty {
        operations.append(.erase(writes: target.writes, folded: folded))
      }
      return operations
    }
  }

  /// What is told of it.
  var report: ErasureReport {
    let touched = targets.filter(\.value.isTouched)
    return ErasureReport(
      deleted: touched.filter(\.value.isDeleted).keys.sorted(),
      covered: touched.filter { !$0.value.isDeleted }.keys.sorted(),
      changes: Set(touched.flatMap(\.value.writes)).count, otherRegions: otherRegions.sorted())
  }

  private func edits(_ operations: (Target) -> [Operation]) -> [RecordEdit] {
    targets.sorted { $0.key < $1.key }.compactMap { id, target in
      let operations = operations(target)
      return operations.isEmpty
        ? nil : RecordEdit(record: id, kind: target.state.kind, operations: operations)
    }
  }

  /// Whether records of the kind are about one person and nothing else.
  private static func goes(_ kind: UInt16) -> Bool {
    kind == Person.kind.id || kind == Contact.kind.id
  }
}
