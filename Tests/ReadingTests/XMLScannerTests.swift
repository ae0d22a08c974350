import Testing

@testable import Parsing

/// Writes down every event.
struct EventLog: XMLConsumer, Equatable {
  private(set) var events: [String] = []
  private var line: [UInt8] = []

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    flush()
    let values = XMLLocal.allCases.compactMap { local in
      attributes[local].map { "\(local)=\($0.string)" }
    }
    events.append("\(depth) \(name.space) \(name.local) \(values)")
  }

  mutating func end(depth: Int) {
    flush()
    events.append("end \(depth)")
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    line.append(contentsOf: bytes.filter { $0 != 0x0D })
  }

  private mutating func flush() {
    if !line.isEmpty { events.append(String(decoding: line, as: UTF8.self)) }
    line = []
  }
}

extension EventLog {
  static let callbacks = XMLCallbacks(
    start: { session, local, _, space, _, _, count, _, attributes in
      XMLSession<EventLog>.start(session, local, space, count, attributes)
    },
    end: { session, _, _, _ in XMLSession<EventLog>.end(session) },
    text: { session, bytes, count in XMLSession<EventLog>.text(session, bytes, count) },
    documentType: { session, _, _, _ in XMLSession<EventLog>.refuseDocumentType(session) })
}

/// A generator that gives the same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

@Suite("Plain XML")
struct XMLScannerTests {
  private static let sample = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
    <w:r><w:t xml:space="preserve"> A &amp; Ž &#x17D;</w:t><w:b w:val='0'/><x/></w:r>
    <w:hyperlink r:id="rId1" w:anchor="a&quot;b"><w:t>ěščř ]] &lt;</w:t></w:hyperlink ></w:p>

    """

  private func scan(_ xml: [UInt8]) -> EventLog? {
    let buffer = PartBuffer(xml)
    return XMLScanner.scan(buffer.bytes, into: EventLog())
  }

  private func parse(_ xml: [UInt8]) -> EventLog? {
    xml.withUnsafeBufferPointer { buffer in
      try? XMLParser().parse("part", buffer, into: EventLog())
    }
  }

  @Test("text beside the root is no XML")
  func strayText() {
    #expect(scan(Array("<a/>>".utf8)) == nil)
    #expect(scan(Array("x<a/>".utf8)) == nil)
    #expect(scan(Array("<a/>\n".utf8)) != nil)
  }

  @Test("a reference in a value is its character, whoever reads it")
  func references() {
    let plain = Array("<a name='x&amp;#38;y&#38;&lt;&amp;amp;' id='1'/>".utf8)
    #expect(scan(plain) == parse(plain))
    #expect(scan(plain)?.events.first == "1 other other [\"id=1\", \"name=x&#38;y&<&amp;\"]")
  }

  @Test("gives the events that libxml2 gives")
  func sameEvents() throws {
    let xml = Array(Self.sample.replacing("]]", with: "]").utf8)
    let events = try #require(scan(xml))
    #expect(events == parse(xml))
    #expect(events.events.contains("2 word r []"))
  }

  @Test("what the scanner accepts, libxml2 reads the same, however the XML is damaged")
  func neverMoreThanXML() throws {
    var generator = SeededGenerator(state: 2024)
    let bytes = Array(Self.sample.replacing("]]", with: "]").utf8)
    let alphabet = Array("<>/&;=\"' w:p?!-[]#x0A\u{0}\u{8}ž".utf8)
    for _ in 0..<4000 {
      var xml = bytes
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<xml.count, using: &generator)
        let byte = alphabet.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: xml[place] = byte
        case 1: xml.insert(byte, at: place)
        case 2: xml.remove(at: place)
        default: xml.swapAt(place, Int.random(in: 0..<xml.count, using: &generator))
        }
      }
      guard let events = scan(xml) else { continue }
      #expect(events == parse(xml), "\(String(decoding: xml, as: UTF8.self))")
    }
  }

  @Test(
    "what is not plain is left to libxml2",
    arguments: [
      "<!DOCTYPE a><a/>", "<a><!-- --></a>", "<a><![CDATA[x]]></a>", "<?x y?><a/>", "<a>]]></a>",
      "<a b='1' b='2'/>", "<p:a/>", "<a>&x;</a>", "<a></b>", "<a>", "<a/><b/>", "<a b=1/>",
      "<a b='<'/>", "<?xml version=\"1.1\"?><a/>", "<a>\u{1}</a>", "x<a/>", "",
      "<a xmlns:p='urn:u' xmlns:q='urn:u'/>", "<a xmlns='http://a b'/>",
    ])
  func refused(xml: String) {
    #expect(scan(Array(xml.utf8)) == nil)
  }
}
