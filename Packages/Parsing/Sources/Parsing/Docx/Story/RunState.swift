/// What the properties of the open run say (ECMA-376 part 1, 17.3.2).
struct RunState {
  /// Whether it is bold, where it says so itself.
  var isBold: Bool?
  /// The number of its character style.
  var style: Int?
  /// Whether it is hidden.
  var isHidden = false
}
