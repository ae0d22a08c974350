import Sync

/// A record as the log makes it, change by change.
struct ReplayedRecord {
  /// The state so far.
  private(set) var state: RecordState
  /// The change that wrote it, while it is the only one.
  private(set) var only: Dot?
  private var count = 0

  /// A record that nobody has written.
  init(kind: UInt16) { state = RecordState(kind: kind) }

  /// A record that folded changes wrote.
  init(folded state: RecordState) { (self.state, count) = (state, 1) }

  /// Applies what a change does to the record.
  mutating func apply(_ edit: RecordEdit, in context: WriteContext) {
    state.apply(edit, in: context)
    count += 1
    only = count == 1 ? context.dot : nil
  }
}
