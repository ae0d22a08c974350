import Desk
import Domain
import Hummingbird
import Storage

/// Who may do what, for administrators.
struct RightsEndpoints: Sendable {
  let hub: Hub

  var all: [Endpoint] {
    [
      endpoint("members", "The enrolled offices.") { RightsAnswers.members($0.members) },
      endpoint("tokens", "The tokens, without their secrets.") { RightsAnswers.tokens($0.tokens) },
      endpoint("audit", "What was done to rights.") { RightsAnswers.acts($0.acts) },
    ]
  }

  private typealias Listed = (members: [HubMember], tokens: [HubToken], acts: [HubAct])

  private func endpoint(
    _ name: String, _ summary: String, _ answer: @escaping @Sendable (Listed) -> Answer
  ) -> Endpoint {
    Endpoint(
      .get, "/api/v1/\(name)", access: .administering,
      EndpointDescription(
        operation: name, summary: summary,
        answers: [(Representation.json.plainType, "Objects")])
    ) { asked, _ in
      _ = try Query(asked, [])
      let json = OutputFormat.json.text(answer(try hub.gatekeeper.listed()), in: .english)
      var reply = Reply.json(json)
      reply.headers[.cacheControl] = "no-store"
      return reply
    }
  }
}
