/// A value from a closed list, stored by a stable English code and shown by its label.
public protocol Choice: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// What people read.
  var label: Label { get }
}
