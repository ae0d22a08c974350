/// A social service by Act 108/2006; its identifier is derived from its registration number where
/// that is known.
public enum Service {
  /// The kind of service, in the words of the act.
  public static let serviceKind = Field(
    1, "serviceKind", label: Label("Druh služby", "Kind of service"))
  /// Who provides it, as written.
  public static let provider = Field(2, "provider", label: Label("Poskytovatel", "Provider"))
  /// The number in the register of providers.
  public static let registration = Field(
    3, "registration", label: Label("Registrační číslo", "Registration"))
  /// The capacity, as stated or applied for.
  public static let capacity = Field(
    4, "capacity", .integer, label: Label("Kapacita", "Capacity"), minimum: 0)
  /// The capacity before a change.
  public static let capacityBefore = Field(
    5, "capacityBefore", .integer, label: Label("Dosud", "Capacity before"), minimum: 0)
  /// By how much the capacity changes, where the document states no total.
  public static let capacityChange = Field(
    6, "capacityChange", .integer, label: Label("Změna", "Capacity change"))
  /// What the capacity counts, as written.
  public static let unit = Field(7, "unit", label: Label("Jednotka", "Unit"))
  /// Whether the registration was cancelled.
  public static let cancelled = Field(
    8, "cancelled", .boolean, label: Label("Zrušena", "Cancelled"))
  /// The document that it is known from.
  public static let document = Field(
    9, "document", .reference(to: "document"), label: Label("Dokument", "Document"))

  /// The kind of record.
  public static let kind = RecordKind(
    id: 9, name: "service", label: Label("služba", "service"), title: serviceKind,
    key: registration,
    fields: [
      serviceKind, provider, registration, capacityBefore, capacity, capacityChange, unit,
      cancelled, document,
    ])
}
