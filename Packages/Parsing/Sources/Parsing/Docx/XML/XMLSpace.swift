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
    self = Self.names[String(decoding: uri, as: UTF8.self)] ?? .other
  }

  private static let names: [String: XMLSpace] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .word,
    "http://purl.oclc.org/ooxml/wordprocessingml/main": .word,
    "http://schemas.openxmlformats.org/drawingml/2006/main": .drawing,
    "http://purl.oclc.org/ooxml/drawingml/main": .drawing,
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": .shape,
    "urn:schemas-microsoft-com:vml": .vml,
    "http://schemas.openxmlformats.org/officeDocument/2006/math": .math,
    "http://purl.oclc.org/ooxml/officeDocument/math": .math,
    "http://schemas.openxmlformats.org/markup-compatibility/2006": .compatibility,
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": .relationships,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": .relationships,
    "http://schemas.openxmlformats.org/package/2006/relationships": .packageRelationships,
    "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes,
    "http://schemas.openxmlformats.org/drawingml/2006/chart": .chart,
    "http://purl.oclc.org/ooxml/drawingml/chart": .chart,
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": .diagram,
    "http://purl.oclc.org/ooxml/drawingml/diagram": .diagram,
  ]
}
