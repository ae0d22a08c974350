/// What the properties of the open run say (ECMA-376 part 1, 17.3.2).
struct RunState {
  /// The emphasis that it switches on itself.
  var on: Emphasis = []
  /// The emphasis that it switches off itself.
  var off: Emphasis = []
  /// The number of its character style.
  var style: Int?
  /// Whether it is hidden.
  var isHidden = false
}
