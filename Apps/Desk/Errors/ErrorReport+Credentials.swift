import Domain

/// Why a hub does not believe or allow a request.
extension ErrorReport {
  /// Nobody said who asks.
  public static let unauthenticated = ErrorReport(
    "E_UNAUTHENTICATED", .notPermitted,
    Label(
      "Server chce vědět, kdo se ptá: úřad se přihlásí příkazem soulad enroll, program klíčem.",
      "The hub wants to know who asks: an office enrols by soulad enroll, a program has a token."))

  /// A token that is not good.
  public static let badToken = ErrorReport(
    "E_TOKEN", .notPermitted,
    Label(
      "Přístupový klíč neplatí; požádejte správce serveru o nový.",
      "The token is not good; ask the operator for a new one."))

  /// A signature that does not fit the request.
  public static let badSignature = ErrorReport(
    "E_SIGNATURE", .notPermitted,
    Label(
      "Podpis požadavku neplatí; přihlaste úřad znovu pomocí soulad enroll.",
      "The signature of the request is not good; enrol the office again by soulad enroll."))

  /// A key that the hub does not know.
  public static let unknownKey = ErrorReport(
    "E_UNKNOWN_KEY", .notPermitted,
    Label(
      "Server tento úřad nezná; přihlaste jej pomocí soulad enroll.",
      "The hub does not know this office; enrol it by soulad enroll."))

  /// An office whose rights were taken away.
  public static let revoked = ErrorReport(
    "E_REVOKED", .notPermitted,
    Label(
      "Správce serveru tomuto úřadu přístup odebral; obraťte se na něj.",
      "The operator took this office's rights away; ask there."))

  /// A request that was answered before.
  public static let replay = ErrorReport(
    "E_REPLAY", .notPermitted,
    Label("Tento požadavek už tu jednou byl.", "This very request was here before."))

  /// A request whose clock is off.
  public static let clock = ErrorReport(
    "E_CLOCK", .notPermitted,
    Label(
      "Hodiny počítače se rozcházejí se serverem o víc než 5 minut; seřiďte je.",
      "The clock of the computer is more than 5 minutes off; set it."))

  /// More than the caller may.
  public static let forbidden = ErrorReport(
    "E_FORBIDDEN", .notPermitted,
    Label(
      "K tomu tento přístup neopravňuje; požádejte správce serveru.",
      "These rights do not reach that far; ask the operator."))
}
