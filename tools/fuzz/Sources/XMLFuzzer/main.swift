import Laws

@testable import Parsing

// One part of a document: the scanner must read what it accepts as libxml2 does, and the part must
// keep the laws as the main part of a document.
Fuzzing.run { data, count in
  let buffer = PartBuffer(UnsafeBufferPointer(start: data, count: count))
  let xml = buffer.bytes
  if let scanned = XMLScanner.scan(xml, into: EventLog()) {
    let parsed = try? XMLParser().parse("part", xml, into: EventLog())
    precondition(parsed != nil, "the scanner took what is no XML")
    precondition(parsed == scanned, "the scanner read something else")
  }
  Laws.read(StoredPackage.bytes(main: Array(xml)), name: "file.docx")
  return 0
}
