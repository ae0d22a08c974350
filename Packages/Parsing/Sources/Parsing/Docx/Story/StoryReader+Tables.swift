extension StoryReader {
  mutating func startTablePart(_ name: XMLLocal) -> ElementRole {
    switch name {
    case .tbl: return startTable()
    case .tr:
      startRow()
      return .row
    case .tc:
      startCell()
      return .cell
    case .trPr: return .rowProperties
    case .tcPr: return .cellProperties
    default:
      if let table = flow.tables.indices.last { flow.tables[table].hasGrid = true }
      return .skipped
    }
  }

  private mutating func startTable() -> ElementRole {
    let isBoxed = flow.isParagraphOpen
    if isBoxed { enterFlow() } else { flushStray() }
    flow.tables.append(TableState(number: tableCount))
    tableCount += 1
    return isBoxed ? .boxedTable : .table
  }

  private mutating func startRow() {
    guard let table = flow.tables.indices.last else { return }
    if !flow.tables[table].hasGrid { warn("table-without-grid") }
    flow.tables[table].row += 1
    flow.tables[table].column = 0
    flow.tables[table].isRowDeleted = false
    flow.tables[table].rowStart = (flow.builder.text.count, flow.builder.document.blocks.count)
  }

  private mutating func startCell() {
    flushStray()
    guard let table = flow.tables.indices.last else { return }
    if table == 0 {
      let isFirst = flow.builder.text.count == flow.tables[0].rowStart.text
      if !isFirst || flow.tables[0].column > 0 { flow.builder.text.append(UInt8(ascii: "\t")) }
      flow.tables[0].hasText = false
    }
    flow.tables[table].columnSpan = 1
    flow.tables[table].continuesAbove = false
    flow.tables[table].isCellDeleted = false
    flow.tables[table].cellStart = (flow.builder.text.count, flow.builder.document.blocks.count)
  }

  mutating func readTableProperty(_ name: XMLLocal, _ attributes: XMLAttributes) {
    guard let table = flow.tables.indices.last else { return }
    switch name {
    case .gridSpan: flow.tables[table].columnSpan = span(attributes)
    case .gridBefore where roles.last == .rowProperties:
      flow.tables[table].column = max(0, min(attributes[.val]?.integer ?? 0, mostColumns))
    case .vMerge:
      let isRestart = attributes[.val]?.equals("restart") ?? false
      flow.tables[table].continuesAbove = !isRestart
    case .cellDel: flow.tables[table].isCellDeleted = true
    default: break
    }
  }

  private mutating func span(_ attributes: XMLAttributes) -> Int {
    guard let span = attributes[.val]?.integer, (1...mostColumns).contains(span) else {
      warn("invalid-column-span")
      return 1
    }
    return span
  }

  /// Word has 63 columns at most; other producers more.
  private var mostColumns: Int { 1024 }

  mutating func endCell() {
    flushStray()
    guard let table = flow.tables.indices.last else { return }
    if flow.tables[table].isCellDeleted {
      let start = flow.tables[table].cellStart
      flow.builder.truncate(text: start.text, blocks: start.blocks)
    }
    flow.tables[table].column += flow.tables[table].columnSpan
  }

  mutating func endRow() {
    flushStray()
    guard let table = flow.tables.indices.last else { return }
    let start = flow.tables[table].rowStart
    let isEmpty = flow.builder.document.blocks.count == start.blocks
    if flow.tables[table].isRowDeleted || isEmpty && table == 0 {
      flow.builder.truncate(text: start.text, blocks: start.blocks)
    } else if table == 0 {
      flow.builder.endLine()
    }
  }

  mutating func endTable() {
    flushStray()
    _ = flow.tables.popLast()
  }
}
