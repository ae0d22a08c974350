internal import Domain

/// What was decided and promised.
extension ConsolidatedView {
  /// Tasks, the next deadline first.
  public static let tasks = ConsolidatedView(
    name: "tasks", label: Label("Úkoly", "Tasks"), kind: Task.kind,
    columns: [
      .own(Task.due), .own(Task.text), .own(Task.responsible),
      .computed("state", taskState.type, label: taskState.label, taskStateSQL),
      .own(Task.done, isMain: false), statedOn, documentName,
    ],
    order: [.earliest("due"), .ascending("region"), .ascending("text")],
    facets: [.column(taskState), .year(of: Task.due), .column(Task.responsible)],
    aliases: ["person": "responsible", "stav": "state"],
    source: withDocument("taskRecord"))

  private static let taskState = Field(
    0, "state", .choice(ChoiceList(TaskState.self)), label: Label("Stav", "State"))

  /// A month is over when another has begun.
  private static let taskStateSQL = """
    CASE WHEN own.done = 1 THEN 'done'
      WHEN substr(own.due, instr(own.due, '/') + 1)
        < substr(date('now'), 1, length(substr(own.due, instr(own.due, '/') + 1))) THEN 'overdue'
      ELSE 'open' END
    """

  /// What agreements promise, and what was recorded of it.
  public static let commitments = ConsolidatedView(
    name: "commitments", label: Label("Závazky", "Commitments"), kind: Commitment.kind,
    columns: [
      .own(Commitment.activity), .own(Commitment.what), .own(Commitment.output, isMain: false),
      .own(Commitment.atLeast), .own(Commitment.per),
      .computed(
        "recorded", .text, .set, label: Label("Zaznamenáno", "Recorded"),
        recorded),
      .own(Commitment.due), .own(Commitment.persons), .own(Commitment.events),
      .own(Commitment.hours), documentName,
    ],
    order: [.ascending("region"), .ascending("activity"), .earliest("due")],
    facets: [.column(Commitment.activity), .year(of: Commitment.due), .column(Commitment.per)],
    source: withDocument("commitmentRecord"))

  /// On how many days the promised body or a part of it met in each year, from the agreement's date
  /// to today; NULL for what no meeting can keep. A body meets once a day, however many files tell
  /// of it: a draft and its final wording, or a DOCX and its text, are one meeting.
  private static let recorded = """
    CASE WHEN own.per = 'year' AND own.atLeast IS NOT NULL
      AND (own.meetingWord IS NOT NULL OR EXISTS (SELECT 1 \(meetingsOfPromise)))
    THEN \(list("line", """
      WITH RECURSIVE years (year) AS (
        SELECT CAST(substr(coalesce(document.date, (SELECT min(held.date) \(meetingsOfPromise)),
          date('now')), 1, 4) AS INTEGER)
        UNION ALL
        SELECT year + 1 FROM years WHERE year < CAST(strftime('%Y', 'now') AS INTEGER))
      SELECT year || ': ' || (
        SELECT count(DISTINCT held.date) \(meetingsOfPromise)
          AND held.date >= coalesce(document.date, '') AND held.date <= date('now')
          AND substr(held.date, 1, 4) = printf('%04d', year)) AS line
      FROM years ORDER BY 1
      """)) END
    """

  /// The recorded meetings that a promise can mean.
  private static let meetingsOfPromise = """
    FROM meetingRecord AS held
    WHERE held.region = own.region AND own.shortKey <> ''
      AND (held.shortKey IN (own.shortKey, own.initials) OR held.initials = own.shortKey
        OR held.parentKey IN (own.shortKey, own.initials)
        OR EXISTS (SELECT 1 FROM bodyRecord AS part
          WHERE part.nameKey = held.bodyKey AND part.region = held.region
            AND part.parentKey IN (own.shortKey, own.initials)))
    """

  /// Resolutions, the newest first.
  public static let resolutions = ConsolidatedView(
    name: "resolutions", label: Label("Usnesení", "Resolutions"), kind: Resolution.kind,
    columns: [
      .own(Resolution.date), .own(Resolution.number), .own(Resolution.body), .own(Resolution.text),
      documentName,
    ],
    order: [.descending("date"), .ascending("region"), .ascending("number")],
    facets: [.column(Resolution.body), .year(of: Resolution.date)],
    source: withDocument("resolutionRecord"))

  /// A kind's table beside the documents that its rows come from.
  static func withDocument(_ table: String) -> String {
    "\(table) AS own LEFT JOIN documentRecord AS document ON document.recordNumber = own.document"
  }

  /// The date of the document that a row comes from.
  static var statedOn: ViewColumn {
    .computed("statedOn", .date, label: Label("Údaj ze dne", "Stated on"), "document.date")
  }

  /// The year of that date.
  static var yearStated: ViewFacet { .year(of: statedOn.field) }

  /// The file that a row comes from.
  static var documentName: ViewColumn {
    .computed("document", label: Label("Dokument", "Document"), isMain: false, "document.name")
  }
}

/// Where a task stands today.
enum TaskState: String, Choice {
  case open
  case overdue
  case done

  var label: Label {
    switch self {
    case .open: Label("trvá", "open")
    case .overdue: Label("po termínu", "overdue")
    case .done: Label("splněn", "done")
    }
  }
}
