import Domain
import Testing

@Suite("Declarations of record kinds")
struct SchemaTests {
  @Test("numbers and names of kinds are unique")
  func kinds() {
    #expect(Set(RecordKind.all.map(\.id)).count == RecordKind.all.count)
    #expect(Set(RecordKind.all.map(\.name)).count == RecordKind.all.count)
  }

  @Test("numbers and names of fields are unique within a kind, and every kind shows its title")
  func fields() {
    for kind in RecordKind.all {
      #expect(Set(kind.fields.map(\.id)).count == kind.fields.count, "\(kind.name)")
      #expect(Set(kind.fields.map(\.name)).count == kind.fields.count, "\(kind.name)")
      #expect(kind.fields.contains(kind.title), "\(kind.name)")
    }
  }

  @Test("a person names a field by its name or its label in either language, and means one only")
  func calling() throws {
    for kind in RecordKind.all {
      for field in kind.fields {
        for words in [field.name, field.label.czech, field.label.english] {
          #expect(kind.field(called: words) == field, "\(kind.name): \(words)")
        }
      }
    }
    #expect(Project.kind.field(called: "nositel") == Project.holder)
    #expect(Project.kind.field(called: "OD") == Project.start)
    #expect(Project.kind.field(called: "holde") == nil)
  }

  @Test("numbers of kinds and fields never change, since stored changes use them")
  func stability() {
    let numbers = RecordKind.all.map { kind in
      "\(kind.id) \(kind.name): "
        + kind.fields.sorted { $0.id < $1.id }.map { "\($0.id) \($0.name)" }.joined(separator: ", ")
    }
    #expect(numbers.joined(separator: "\n") == SchemaTests.golden)
  }

  private static let golden = """
    1 document: 1 name, 2 sha256, 3 documentKind, 4 title, 5 date, 6 text, 100 region, 101 evidence
    2 meeting: 1 body, 2 parentBody, 3 number, 4 date, 5 time, 6 endTime, 7 form, 8 place, \
    9 recordedBy, \
    10 recordedOn, 11 verifiedBy, 12 chair, 13 attendanceReference, 14 nextMeetings, 15 document, \
    100 region, 101 evidence
    3 attendance: 1 meeting, 2 name, 3 titlesBefore, 4 titlesAfter, 5 status, 6 organization, \
    7 role, \
    100 region, 101 evidence
    4 agendaItem: 1 meeting, 2 number, 3 title, 4 text, 5 position, 6 announced, 7 discussed, \
    100 region, \
    101 evidence
    5 organization: 1 name, 2 ico, 3 icoAsWritten, 4 seat, 100 region, 101 evidence
    6 project: 1 name, 2 holder, 3 status, 4 start, 5 end, 6 registration, 7 programme, 8 call, \
    9 themes, \
    10 document, 100 region, 101 evidence
    7 resolution: 1 number, 2 date, 3 body, 4 text, 5 document, 100 region, 101 evidence
    8 task: 1 text, 2 responsible, 3 due, 4 document, 5 done, 100 region, 101 evidence
    9 service: 1 serviceKind, 2 provider, 3 registration, 4 capacity, 5 capacityBefore, \
    6 capacityChange, 7 unit, 8 cancelled, 9 document, 100 region, 101 evidence
    10 commitment: 1 activity, 2 what, 3 output, 4 atLeast, 5 per, 6 due, 7 persons, 8 events, \
    9 hours, 10 document, 100 region, 101 evidence
    11 vote: 1 subject, 2 inFavour, 3 against, 4 abstained, 5 document, 100 region, 101 evidence
    12 call: 1 number, 2 programme, 3 document, 100 region, 101 evidence
    13 plan: 1 name, 2 approved, 3 validFrom, 4 validTo, 5 document, 100 region, 101 evidence
    14 event: 1 name, 2 date, 3 document, 100 region, 101 evidence
    15 figure: 1 value, 2 unit, 3 document, 100 region, 101 evidence
    16 contact: 1 contactKind, 2 value, 3 person, 4 document, 100 region, 101 evidence
    17 region: 1 name, 100 region, 101 evidence
    18 person: 1 name, 2 titlesBefore, 3 titlesAfter, 4 role, 5 organization, 6 document, \
    100 region, 101 evidence
    19 body: 1 name, 2 parent, 100 region, 101 evidence
    20 link: 1 record, 2 other, 3 relation, 100 region, 101 evidence
    """

  @Test("a choice is read by its code and by its label in either language")
  func choices() throws {
    #expect(try Project.status.value(from: "approved") == .text("approved"))
    #expect(try Project.status.value(from: "Schválen") == .text("approved"))
    #expect(throws: Field.ReadingError.self) { try Project.status.value(from: "snad") }
  }

  @Test("a date that is no date is refused, a period is kept")
  func dates() throws {
    #expect(try Project.start.value(from: "2025-01/2025-06") == .text("2025-01/2025-06"))
    #expect(throws: Field.ReadingError.notADate) { try Project.start.value(from: "kdysi") }
  }
}

@Suite("Places in documents")
struct SourceRangeTests {
  @Test("a quote is cut at bytes and never through a character")
  func quotes() {
    let text = "Žatec bez dluhů"
    #expect(SourceRange(0, 6).quote(from: text) == "Žatec")
    #expect(SourceRange(1, 6).quote(from: text) == nil)
    #expect(SourceRange(0, 99).quote(from: text) == nil)
  }
}

@Suite("JSON")
struct JSONWriterTests {
  @Test("text is escaped so that any reader gets it back")
  func escapes() {
    var writer = JSONWriter()
    writer.array(["a\"b\\c\n", "\u{1}", "žluť"]) { writer, text in writer.string(text) }
    #expect(writer.text == #"["a\"b\\c\n","\u0001","žluť"]"#)
    var other = JSONWriter()
    other.string("\u{2028}…\u{2029}\u{7F}é\r\n\t€")
    #expect(other.text == #""\u2028…\u2029\u007fé\r\n\t€""#)
  }

  @Test("members and elements are separated by commas at every depth")
  func commas() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("a")
      writer.array([1, 2]) { writer, number in writer.integer(number) }
      writer.key("b")
      writer.object { _ in }
      writer.key("c")
      writer.null()
    }
    #expect(writer.text == #"{"a":[1,2],"b":{},"c":null}"#)
  }
}
