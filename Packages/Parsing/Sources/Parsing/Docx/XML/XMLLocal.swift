/// The local names of elements and attributes that mean something to the reader.
enum XMLLocal: UInt8, CaseIterable {
  /// Any other name; never in the table.
  case other

  // Packages.
  case defaultType
  case override
  case partName
  case contentType
  case fileExtension
  case relationship
  case relationshipID
  case relationshipType
  case target
  case targetMode

  // Structure.
  case document, body, hdr, ftr, footnotes, endnotes, comments
  case p, r, t, tbl, tr, tc, sdt, sdtPr, sdtContent, smartTagPr, customXmlPr
  case pPr, rPr, tblPr, tblGrid, trPr, tcPr, sectPr, txbxContent
  case altChunk, subDoc, footnote, endnote, comment

  // Paragraphs and runs.
  case pStyle, rStyle, numPr, ilvl, numId, outlineLvl, b, i, u, strike, dstrike, vertAlign, vanish,
    specVanish
  case tab, ptab, br, cr, noBreakHyphen, softHyphen, sym, font, char
  case footnoteReference, endnoteReference, commentReference, customMarkFollows
  case fldChar, fldCharType, fldSimple, instr, instrText, delText, delInstrText
  case ddList, listEntry, result, checkBox, checked
  case hyperlink, anchor, id, type, val, author, date
  case ins, del, moveFrom, moveTo, cellDel
  case gridSpan, gridBefore, vMerge
  case headerReference, footerReference
  case rt, textpath, string
  case oMath, den, sub, sup, e, fName, lim, deg
  case d, nary, rad, f, sSup, sSub, sSubSup, sPre, m, eqArr, acc, bar, box, borderBox, function
  case groupChr, limLow, limUpp, phant, begChr, endChr, sepChr, chr
  case c, v, pt
  case pPrChange, rPrChange, tblPrChange, trPrChange, tcPrChange, sectPrChange
  case numberingChange, tblGridChange, tblPrExChange

  // Markup compatibility.
  case alternateContent
  case choice
  case fallback

  // Styles.
  case style, latentStyles, lang, styleId, name, basedOn, tblStylePr, rPrDefault
  case isDefault

  // Numbering.
  case abstractNum, abstractNumId, num, lvl, lvlOverride, startOverride, start, numFmt, format
  case lvlText, isLgl, lvlRestart, suff, numStyleLink, styleLink, rFonts, ascii, hAnsi

  /// The name as documents write it.
  var name: String {
    switch self {
    case .defaultType: "Default"
    case .override: "Override"
    case .partName: "PartName"
    case .contentType: "ContentType"
    case .fileExtension: "Extension"
    case .relationship: "Relationship"
    case .relationshipID: "Id"
    case .relationshipType: "Type"
    case .target: "Target"
    case .targetMode: "TargetMode"
    case .alternateContent: "AlternateContent"
    case .choice: "Choice"
    case .fallback: "Fallback"
    case .isDefault: "default"
    case .function: "func"
    case .other: ""
    default: String(describing: self)
    }
  }
}
