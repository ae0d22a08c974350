internal import Domain

/// What documents state beside their decisions, and the regions.
extension ConsolidatedView {
  /// Votes, the newest first.
  public static let votes = ConsolidatedView(
    name: "votes", label: Label("Hlasování", "Votes"), kind: Vote.kind,
    columns: [
      statedOn, .own(Vote.subject), .own(Vote.inFavour), .own(Vote.against), .own(Vote.abstained),
      documentName,
    ],
    order: [.descending("statedOn"), .ascending("region"), .ascending("subject")],
    facets: [yearStated],
    source: withDocument("voteRecord"))

  /// Calls for proposals, each once however its number and programme are written, as the newest
  /// document writes them.
  public static let calls = ConsolidatedView(
    name: "calls", label: Label("Výzvy", "Calls"), kind: Call.kind,
    columns: [
      .own(Call.number), .own(Call.programme), statedOn, documentName,
      .computed(
        regionsOfThing.name, .text, .set, label: regionsOfThing.label, isMain: false,
        list(
          "region",
          """
          SELECT known.region FROM \(RegionTable.ofCalls.name) AS known
          WHERE known.record = own.recordNumber ORDER BY known.region
          """)),
      .computed(
        "records", .text, .set, label: Label("Záznamy", "Records"), isMain: false,
        list(
          "id",
          """
          SELECT record.id
          FROM callRecord AS part
            JOIN identifiedRecord AS record ON record.number = part.recordNumber
          WHERE part.recordNumber = own.recordNumber OR part.callKey = own.callKey
          ORDER BY record.id
          """)),
    ],
    order: [.ascending("programme"), .ascending("number"), .ascending("region")],
    facets: [.column(Call.programme), yearStated], regionTable: .ofCalls,
    source: """
      \(withDocument("callRecord"))
      WHERE NOT EXISTS (
        SELECT 1 FROM callRecord AS other
          LEFT JOIN documentRecord AS source ON source.recordNumber = other.document
        WHERE other.callKey = own.callKey
          AND \(callRank("other", "source")) > \(callRank("own", "document")))
      """)

  private static func callRank(_ record: String, _ document: String) -> String {
    "(coalesce(\(document).date, '~'), \(DerivedSchema.id(of: record + ".recordNumber")))"
  }

  /// The regions of a call: those of all records of it, and of the documents that speak of it, as
  /// one record stands for several.
  static let callRegions = """
    -- The regions in which calls are known, by any of their records.
    CREATE VIEW \(RegionTable.ofCalls.name) AS
    SELECT own.recordNumber AS record, own.region FROM callRecord AS own
      WHERE own.region IS NOT NULL
    UNION
    SELECT own.recordNumber, part.region
      FROM callRecord AS own JOIN callRecord AS part ON part.callKey = own.callKey
      WHERE part.region IS NOT NULL
    UNION
    SELECT own.recordNumber, document.region
      FROM callRecord AS own JOIN callRecord AS part ON part.callKey = own.callKey
        JOIN proof ON proof.record = part.recordNumber
        JOIN documentRecord AS document ON document.recordNumber = proof.document
      WHERE document.region IS NOT NULL
    """

  /// Strategic documents, each once unless what documents say of it differs.
  public static let plans = ConsolidatedView(
    name: "plans", label: Label("Plány", "Plans"), kind: Plan.kind,
    columns: [
      .own(Plan.name), .own(Plan.approved), .own(Plan.validFrom), .own(Plan.validTo), statedOn,
      documentName,
    ],
    order: [.ascending("region"), .ascending("name"), .earliest("statedOn")],
    facets: [yearStated],
    source: """
      \(withDocument("planRecord"))
      WHERE NOT EXISTS (
        SELECT 1 FROM planRecord AS other
          LEFT JOIN documentRecord AS source ON source.recordNumber = other.document
        WHERE other.nameKey = own.nameKey AND other.region IS own.region
          AND coalesce(own.approved = other.approved, own.approved IS NULL)
          AND coalesce(own.validFrom = other.validFrom, own.validFrom IS NULL)
          AND coalesce(own.validTo = other.validTo, own.validTo IS NULL)
          AND \(planRank("other", "source")) > \(planRank("own", "document")))
      """)

  /// By what a mention of a plan comes before others: the newest of those that say most.
  private static func planRank(_ record: String, _ document: String) -> String {
    """
    ((\(record).approved IS NOT NULL) + (\(record).validFrom IS NOT NULL)
      + (\(record).validTo IS NOT NULL), coalesce(\(document).date, '~'),
      \(DerivedSchema.id(of: record + ".recordNumber")))
    """
  }

  /// Events, the newest first.
  public static let events = ConsolidatedView(
    name: "events", label: Label("Události", "Events"), kind: Event.kind,
    columns: [.own(Event.date), .own(Event.name), statedOn, documentName],
    order: [.descending("date"), .ascending("region"), .ascending("name")],
    facets: [.year(of: Event.date)],
    source: withDocument("eventRecord"))

  /// Stated quantities.
  public static let figures = ConsolidatedView(
    name: "figures", label: Label("Údaje", "Figures"), kind: Figure.kind,
    columns: [.own(Figure.value), .own(Figure.unit), statedOn, documentName],
    order: [.ascending("region"), .ascending("unit"), .earliest("statedOn")],
    facets: [.column(Figure.unit), yearStated],
    source: withDocument("figureRecord"))

  /// Telephone numbers and addresses.
  public static let contacts = ConsolidatedView(
    name: "contacts", label: Label("Kontakty", "Contacts"), kind: Contact.kind,
    columns: [
      .own(Contact.person), .own(Contact.contactKind), .own(Contact.value), statedOn, documentName,
    ],
    order: [.ascending("region"), .ascending("person"), .ascending("value")],
    facets: [.column(Contact.contactKind), yearStated],
    source: withDocument("contactRecord"))

  /// Imported documents, the newest first.
  public static let documents = ConsolidatedView(
    name: "documents", label: Label("Dokumenty", "Documents"), kind: ImportedDocument.kind,
    columns: [
      .own(ImportedDocument.date), .own(ImportedDocument.name), .own(ImportedDocument.documentKind),
      .own(ImportedDocument.title),
    ],
    order: [.descending("date"), .ascending("region"), .ascending("name")],
    facets: [.column(ImportedDocument.documentKind), .year(of: ImportedDocument.date)],
    source: "documentRecord AS own")

  /// Everything that has a day: meetings held and announced, deadlines and events.
  public static let calendar = ConsolidatedView(
    name: "calendar", label: Label("Kalendář", "Calendar"), kind: Event.kind,
    columns: [
      .computed("date", .date, label: Event.date.label, "date"),
      .computed("time", label: Meeting.time.label, "time"),
      .computed("what", whatField.type, label: whatField.label, "what"),
      .computed("title", label: Label("Název", "Title"), "title"),
      .computed("place", label: Meeting.place.label, "place"),
      .computed("who", label: Label("Kdo", "Who"), "who"),
    ],
    order: [.earliest("date"), .ascending("region"), .ascending("title")],
    facets: [.column(whatField), .year(of: Event.date)], hasOwnIDs: false,
    statement: """
      SELECT \(DerivedSchema.id(of: "recordNumber")) AS id, 'meeting' AS kind, region, date, time,
        'meeting' AS what, body AS title, place,
        NULL AS who
      FROM meetingRecord WHERE date IS NOT NULL
      UNION ALL
      SELECT \(DerivedSchema.id(of: "own.recordNumber")), 'meeting', own.region, next.value,
        NULL, 'announced',
        own.body, NULL, NULL
      FROM meetingRecord AS own, json_each(own.nextMeetings) AS next
      WHERE NOT EXISTS (
        SELECT 1 FROM meetingRecord AS held WHERE held.region = own.region
          AND held.bodyKey IS own.bodyKey AND held.date > own.date AND \(settles))
      UNION ALL
      SELECT \(DerivedSchema.id(of: "recordNumber")), 'task', region, due, NULL, 'task', text,
        NULL, responsible
      FROM taskRecord WHERE due IS NOT NULL AND done IS NOT 1
      UNION ALL
      SELECT \(DerivedSchema.id(of: "recordNumber")), 'commitment', region, due, NULL, 'commitment',
        activity || coalesce(': ' || what, ''), NULL, NULL
      FROM commitmentRecord WHERE due IS NOT NULL
      UNION ALL
      SELECT \(DerivedSchema.id(of: "recordNumber")), 'event', region, date, NULL, 'event',
        name, NULL, NULL
      FROM eventRecord WHERE date IS NOT NULL
      """)

  /// Whether a later meeting is the announced one: held within the announced time, or on another
  /// day than announced, sooner or at most a month later. Where several days are announced, the
  /// meeting of one of them settles no other.
  private static let settles = """
    (held.date BETWEEN substr(next.value, 1, instr(next.value || '/', '/') - 1)
        AND substr(next.value, instr(next.value, '/') + 1) || '~'
      OR length(next.value) = 10 AND (
        held.date < next.value
          AND next.value = (SELECT min(value) FROM json_each(own.nextMeetings))
        OR held.date > next.value AND held.date <= date(next.value, '+31 days')
          AND held.date NOT IN (SELECT value FROM json_each(own.nextMeetings))))
    """

  private static let whatField = Field(
    0, "what", .choice(ChoiceList(CalendarEntry.self)), label: Label("Co", "What"))

  /// Regions with how much is known of them.
  public static let regions = ConsolidatedView(
    name: "regions", label: Label("Území", "Regions"), kind: Region.kind,
    columns: [
      .own(Region.name, isMain: false),
      number("documents", Label("Dokumenty", "Documents"), "count(*)", of: "documentRecord"),
      number(
        "meetings", Label("Jednání", "Meetings"), daysOfBodies, of: "meetingRecord"),
      number(
        "projects", Label("Projekty", "Projects"), "count(*)", of: projects.name,
        or: "counted.recordNumber IN (SELECT record FROM thingRegion WHERE region = own.name)"),
      number("services", Label("Služby", "Services"), "count(*)", of: services.name),
    ],
    order: [.ascending("name")], source: "regionRecord AS own")

  /// The days on which each body met; two files may tell of one meeting.
  private static let daysOfBodies =
    "count(DISTINCT coalesce(bodyKey, '') || ' ' || coalesce(date, recordNumber))"

  /// How many rows of a table or view a region has.
  private static func number(
    _ name: String, _ label: Label, _ count: String, of table: String, or other: String? = nil
  ) -> ViewColumn {
    .computed(
      name, .integer, label: label,
      """
      (SELECT \(count) FROM \(table) AS counted
       WHERE counted.region = own.name\(other.map { " OR " + $0 } ?? ""))
      """)
  }
}

/// What has a day.
enum CalendarEntry: String, Choice {
  case meeting
  case announced
  case task
  case commitment
  case event

  var label: Label {
    switch self {
    case .meeting: Label("jednání", "meeting")
    case .announced: Label("ohlášené jednání", "announced meeting")
    case .task: Label("úkol", "task")
    case .commitment: Label("závazek", "commitment")
    case .event: Label("událost", "event")
    }
  }
}
