/// The name of an element, as far as the reader knows it.
struct XMLName: Equatable {
  /// The namespace.
  var space: XMLSpace
  /// The name in it.
  var local: XMLLocal

  /// Creates a name.
  init(_ space: XMLSpace, _ local: XMLLocal) {
    self.space = space
    self.local = local
  }
}
