/// Why a file cannot be read; data, turned into a sentence where it is shown.
public struct ReadingError: Error, Sendable, Hashable {
  /// The classes of failure.
  ///
  /// The raw values are stable and appear in machine-readable output.
  public enum Code: String, Sendable, CaseIterable {
    /// The file has no bytes, or no text.
    case empty = "E_EMPTY"
    /// Named as a DOCX but not a ZIP archive.
    case notZip = "E_NOT_ZIP"
    /// A legacy binary Office file.
    case legacyOffice = "E_OLE"
    /// Protected by a password.
    case encrypted = "E_ENCRYPTED"
    /// A ZIP archive that is not a Word document.
    case notDocx = "E_NOT_DOCX"
    /// A Word document with macros.
    case macro = "E_MACRO"
    /// The archive is damaged or cut.
    case zipCorrupt = "E_ZIP_CORRUPT"
    /// A part unpacks to far more than its size.
    case zipBomb = "E_ZIP_BOMB"
    /// Too many entries.
    case zipTooMany = "E_ZIP_TOO_MANY"
    /// Entries share bytes.
    case zipOverlap = "E_ZIP_OVERLAP"
    /// An entry has an impossible name.
    case zipName = "E_ZIP_NAME"
    /// Two parts have the same name.
    case zipDuplicate = "E_ZIP_DUPLICATE"
    /// A compression method that the format does not allow.
    case zipUnsupported = "E_ZIP_UNSUPPORTED"
    /// The XML declares a document type.
    case xmlDTD = "E_XML_DTD"
    /// The XML is not well-formed.
    case xmlMalformed = "E_XML_MALFORMED"
    /// The XML's encoding is unknown or wrong.
    case xmlEncoding = "E_XML_ENCODING"
    /// The XML is nested too deep.
    case xmlDepth = "E_XML_DEPTH"
    /// A size limit was passed.
    case limit = "E_LIMIT"
    /// The bytes are no text in a known encoding.
    case textEncoding = "E_TEXT_ENCODING"
    /// The file holds binary data.
    case textBinary = "E_TEXT_BINARY"
    /// A format that Soulad does not read, as PDF or RTF.
    case textFormat = "E_TEXT_FORMAT"
  }

  /// The class of failure.
  public var code: Code
  /// Where: a part of the package, a line, or a format's name; may be empty.
  public var place: String

  /// Creates an error.
  public init(_ code: Code, place: String = "") {
    self.code = code
    self.place = place
  }
}
