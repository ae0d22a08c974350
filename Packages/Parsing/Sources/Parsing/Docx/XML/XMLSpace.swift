/// The XML namespaces that mean something to the reader, Transitional and Strict alike.
enum XMLSpace: UInt8 {
  /// Any other namespace, or none.
  case other
  /// WordprocessingML (ECMA-376 part 1, 17).
  case word
  /// DrawingML (ECMA-376 part 1, 20).
  case drawing
  /// Text boxes of DrawingML in a Word document.
  case shape
  /// VML (ECMA-376 part 4, 19).
  case vml
  /// Office Math (ECMA-376 part 1, 22.1).
  case math
  /// Markup compatibility (ECMA-376 part 3).
  case compatibility
  /// The `r:` attributes that name relationships.
  case relationships
  /// The relationship parts of a package (ECMA-376 part 2).
  case packageRelationships
  /// The content types of a package (ECMA-376 part 2).
  case contentTypes
  /// Charts.
  case chart
  /// SmartArt.
  case diagram

  /// The namespace with a name.
  init(uri: UnsafeBufferPointer<UInt8>) {
    self =
      Self.names.first { $0.uri.count == uri.count && uri.elementsEqual($0.uri) }?.space ?? .other
  }

  // Few enough to compare one by one; lengths tell most apart.
  private static let names: [(uri: [UInt8], space: XMLSpace)] = [
    (Array("http://schemas.openxmlformats.org/wordprocessingml/2006/main".utf8), .word),
    (Array("http://purl.oclc.org/ooxml/wordprocessingml/main".utf8), .word),
    (Array("http://schemas.openxmlformats.org/drawingml/2006/main".utf8), .drawing),
    (Array("http://purl.oclc.org/ooxml/drawingml/main".utf8), .drawing),
    (Array("http://schemas.microsoft.com/office/word/2010/wordprocessingShape".utf8), .shape),
    (Array("urn:schemas-microsoft-com:vml".utf8), .vml),
    (Array("http://schemas.openxmlformats.org/officeDocument/2006/math".utf8), .math),
    (Array("http://purl.oclc.org/ooxml/officeDocument/math".utf8), .math),
    (Array("http://schemas.openxmlformats.org/markup-compatibility/2006".utf8), .compatibility),
    (
      Array("http://schemas.openxmlformats.org/officeDocument/2006/relationships".utf8),
      .relationships
    ),
    (Array("http://purl.oclc.org/ooxml/officeDocument/relationships".utf8), .relationships),
    (
      Array("http://schemas.openxmlformats.org/package/2006/relationships".utf8),
      .packageRelationships
    ),
    (Array("http://schemas.openxmlformats.org/package/2006/content-types".utf8), .contentTypes),
    (Array("http://schemas.openxmlformats.org/drawingml/2006/chart".utf8), .chart),
    (Array("http://purl.oclc.org/ooxml/drawingml/chart".utf8), .chart),
    (Array("http://schemas.openxmlformats.org/drawingml/2006/diagram".utf8), .diagram),
    (Array("http://purl.oclc.org/ooxml/drawingml/diagram".utf8), .diagram),
  ]
}
