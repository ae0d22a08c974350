/// What an open element means for the text in it.
enum ElementRole: UInt8 {
  /// Nothing: the reader walks through.
  case other
  /// Nothing in it is read.
  case skipped
  case paragraph
  case boxedParagraph
  case paragraphProperties
  case markProperties
  case run
  case runProperties
  case text
  case instruction
  case table
  case boxedTable
  case row
  case rowProperties
  case cell
  case cellProperties
  case textBox
  case hyperlink
  case simpleField
  case inserted
  case movedTo
  case deleted
  case movedFrom
  case alternatives
  case choice
  case note
  case ruby
  case formula
  case subscripted
  case mathObject
}
