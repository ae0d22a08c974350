import Domain

/// The tokens of a text; outside of the text stands a token that is nothing, so that rules may look
/// ahead and back without asking where the text ends.
struct Tokens: RandomAccessCollection {
  private let list: [Token]

  /// Creates the collection.
  init(_ list: [Token]) {
    self.list = list
  }

  /// The first place.
  var startIndex: Int { 0 }
  /// The place after the last token.
  var endIndex: Int { list.count }

  /// The token at a place; outside of the text one that is nothing.
  subscript(place: Int) -> Token {
    // Asked more often than anything else: inlined, a caller copies only the field it reads.
    @inline(__always)
    get { place >= 0 && place < list.count ? list[place] : .nothing }
  }

  /// The tokens of the part of `places` that lies inside of the text.
  subscript(places: Range<Int>) -> ArraySlice<Token> {
    list[places.clamped(to: 0..<list.count)]
  }
}
