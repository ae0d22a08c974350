import Domain

/// Why a hub does not answer a request as it asks, whoever makes it.
extension ErrorReport {
  /// A request whose body is not the one that was signed.
  public static let otherBody = ErrorReport(
    "E_BATCH_HASH", .badData,
    Label(
      "Obsah požadavku není ten, který byl podepsán; pošlete jej znovu.",
      "The body is not the one that was signed; send it again."))

  /// A body that is not what its packing says.
  public static let damagedBody = ErrorReport(
    "E_BATCH_TRUNCATED", .badData,
    Label(
      "Obsah požadavku je poškozený nebo useknutý; pošlete jej znovu.",
      "The body is damaged or cut short; send it again."))

  /// A body in a packing that the hub does not read.
  public static let unsupportedCoding = ErrorReport(
    "E_CODING", .badData,
    Label(
      "Server čte obsah jen nezabalený nebo v podobě gzip.",
      "The hub reads bodies as they are or in gzip only."))

  /// A body that is larger than allowed.
  public static let tooBig = ErrorReport(
    "E_TOO_BIG", .badData,
    Label("Zpráva je větší, než je dovoleno.", "The message is larger than allowed."))

  /// An address or headers that are larger than allowed.
  public static let headersTooBig = ErrorReport(
    "E_TOO_BIG", .badData,
    Label("Hlavičky jsou větší, než je dovoleno.", "The headers are larger than allowed."))

  /// Bytes that are no request.
  public static let notARequest = ErrorReport(
    "E_HTTP", .badData, Label("Tohle není požadavek HTTP.", "This is no HTTP request."))

  /// A request without a `Host`, or with several.
  public static let badHost = ErrorReport(
    "E_HTTP", .badData,
    Label(
      "Požadavek musí mít právě jednu hlavičku Host.", "A request has exactly one Host."))

  /// An address that is not UTF-8.
  public static let badEncoding = ErrorReport(
    "E_USAGE", .usage, Label("Adresa má být v UTF-8.", "The address is to be in UTF-8."))

  /// A request to enrol that lacks something.
  public static let badEnrollment = ErrorReport(
    "E_USAGE", .usage,
    Label(
      "Přihlášení má obsahovat code, publicKey a region.",
      "An enrolment has code, publicKey and region."))

  /// A parameter that must be there.
  public static func missingParameter(_ name: String) -> ErrorReport {
    ErrorReport(
      "E_USAGE", .usage, Label("Chybí parametr \(name).", "The parameter \(name) is missing."))
  }

  /// A parameter whose value its kind does not have.
  public static func badParameter(_ name: String) -> ErrorReport {
    ErrorReport(
      "E_USAGE", .usage,
      Label(
        "Parametr \(name) nemá přípustnou hodnotu.",
        "The parameter \(name) has a value that is not permitted."))
  }

  /// An answer in forms that the client does not take.
  public static func notAcceptable(_ types: String) -> ErrorReport {
    ErrorReport(
      "E_ACCEPT", .usage,
      Label("Odpověď může mít podobu: \(types).", "The answer can be: \(types)."))
  }

  /// An address that answers nothing.
  public static let noSuchAddress = ErrorReport(
    "E_HTTP", .noInput, Label("Tato adresa tu není.", "There is nothing at this address."))

  /// An address that answers other methods.
  public static func otherMethods(_ methods: String) -> ErrorReport {
    ErrorReport(
      "E_HTTP", .usage,
      Label(
        "Tato adresa odpovídá jen na \(methods).", "This address answers \(methods) only."))
  }

  /// What the HTTP library says is wrong, in its words.
  public static func http(_ said: String) -> ErrorReport {
    ErrorReport("E_HTTP", .badData, Label(said, said))
  }

  /// Too much within too short a time.
  public static func tooMany(wait: Int64) -> ErrorReport {
    ErrorReport(
      "E_TOO_MANY", .busy,
      Label("Příliš mnoho požadavků; počkejte \(wait) s.", "Too many requests; wait \(wait) s."))
  }

  /// A hub that has its hands full.
  public static let hubIsBusy = ErrorReport(
    "E_LOCKED", .busy,
    Label(
      "Server má právě plno; zkuste to za chvíli.", "The hub is full right now; try again soon."))

  /// The same failure as whoever asks is told of it: what is wrong inside is for the operator.
  public var withoutInside: ErrorReport {
    ErrorReport(code, exitCode, Label("Na serveru nastala chyba.", "The server failed."))
  }
}
