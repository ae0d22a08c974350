import Desk
import Domain
import HTTPTypes

/// A refusal as problem details (RFC 9457), with its stable code.
struct ProblemDetails {
  /// The media type.
  static let type = "application/problem+json"
  /// The JSON object.
  let json: String

  init(_ refusal: Refusal, _ language: Language) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.members([("type", "about:blank"), ("title", refusal.status.reasonPhrase)])
      writer.key("status")
      writer.integer(refusal.status.code)
      writer.members([
        ("code", refusal.report.code), ("detail", refusal.report.message.text(language)),
      ])
    }
    json = writer.text
  }
}
