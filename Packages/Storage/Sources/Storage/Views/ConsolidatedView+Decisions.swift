internal import Domain

/// What was decided and promised, and the services that it is about.
extension ConsolidatedView {
  /// Social services with their capacity.
  public static let services = ConsolidatedView(
    name: "services", label: Label("Služby", "Services"), kind: Service.kind,
    columns: [
      .own(Service.serviceKind), .own(Service.provider), .own(Service.registration),
      .own(Service.capacityBefore), .own(Service.capacity), .own(Service.capacityChange),
      .own(Service.unit), .own(Service.cancelled), statedOn, documentName,
    ],
    order: [.ascending("serviceKind"), .ascending("region"), .ascending("provider")],
    source: withDocument("serviceRecord"))

  /// Tasks, the next deadline first.
  public static let tasks = ConsolidatedView(
    name: "tasks", label: Label("Úkoly", "Tasks"), kind: Task.kind,
    columns: [
      .own(Task.due), .own(Task.text), .own(Task.responsible), statedOn, documentName,
    ],
    order: [.ascending("due"), .ascending("region"), .ascending("text")],
    source: withDocument("taskRecord"))

  /// What agreements promise.
  public static let commitments = ConsolidatedView(
    name: "commitments", label: Label("Závazky", "Commitments"), kind: Commitment.kind,
    columns: [
      .own(Commitment.activity), .own(Commitment.what), .own(Commitment.output, isMain: false),
      .own(Commitment.atLeast), .own(Commitment.per), .own(Commitment.due),
      .own(Commitment.persons),
      .own(Commitment.events), .own(Commitment.hours), documentName,
    ],
    order: [.ascending("region"), .ascending("activity"), .ascending("due")],
    source: withDocument("commitmentRecord"))

  /// Resolutions, the newest first.
  public static let resolutions = ConsolidatedView(
    name: "resolutions", label: Label("Usnesení", "Resolutions"), kind: Resolution.kind,
    columns: [
      .own(Resolution.date), .own(Resolution.number), .own(Resolution.body), .own(Resolution.text),
      documentName,
    ],
    order: [.descending("date"), .ascending("region"), .ascending("number")],
    source: withDocument("resolutionRecord"))

  /// A kind's table beside the documents that its rows come from.
  static func withDocument(_ table: String) -> String {
    "\(table) AS own LEFT JOIN documentRecord AS document ON document.id = own.document"
  }

  /// The date of the document that a row comes from.
  static var statedOn: ViewColumn {
    .computed("statedOn", .date, label: Label("Údaj ze dne", "Stated on"), "document.date")
  }

  /// The file that a row comes from.
  static var documentName: ViewColumn {
    .computed("document", label: Label("Dokument", "Document"), isMain: false, "document.name")
  }
}
