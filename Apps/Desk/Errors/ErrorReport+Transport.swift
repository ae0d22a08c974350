import Domain
import Foundation
import SyncHTTP

extension ErrorReport {
  /// Describes why changes could not be exchanged with a hub.
  init(transport error: HTTPTransportError, url: String) {
    switch error {
    case .unreachable(let reason):
      self.init(
        "E_UNAVAILABLE", .unavailable, file: url, place: reason,
        Label(
          "Server \(url) neodpovídá; zkontrolujte adresu a připojení a zkuste to znovu.",
          "The server \(url) does not answer; check the address and the connection, try again."))
    case .untrusted(let reason):
      self.init(
        "E_CERTIFICATE", .unavailable, file: url, place: reason,
        Label(
          "Certifikát serveru \(url) není důvěryhodný; zkontrolujte adresu, čas a --ca-file.",
          "The certificate of \(url) is not trusted; check the address, the time and --ca-file."))
    case .badAuthorities(let path):
      self = .badCertificate(path)
    case .tooLong:
      self.init(
        "E_TOO_BIG", .badData, file: url,
        Label(
          "Odpověď serveru \(url) je delší, než je dovoleno; vyměňte si změny balíčkem.",
          "The answer of \(url) is longer than allowed; exchange changes by a bundle."))
    case .refused(let status, let body):
      self.init(status: status, problem: Problem(body), url: url)
    }
  }

  private init(status: Int, problem: Problem?, url: String) {
    let said = problem?.detail ?? ""
    switch status {
    case 401, 403:
      self.init(
        problem?.code ?? "E_FORBIDDEN", .notPermitted, file: url, place: String(status),
        Label(
          "Server \(url) výměnu nedovolil. \(said)", "The server \(url) did not permit it. \(said)")
      )
    case 429, 503:
      self.init(
        problem?.code ?? "E_LOCKED", .busy, file: url, place: String(status),
        Label(
          "Server \(url) je právě zaneprázdněn; zkuste to za chvíli znovu.",
          "The server \(url) is busy; try again in a moment."))
    case 400..<500 where problem != nil && status != 404:
      self.init(
        problem?.code ?? "E_REFUSED", .badData, file: url, place: String(status),
        Label(
          "Server \(url) změny nepřijal. \(said)", "The server \(url) refused the changes. \(said)")
      )
    case 500...:
      self.init(
        problem?.code ?? "E_UNAVAILABLE", .unavailable, file: url, place: String(status),
        Label(
          "Na serveru \(url) nastala chyba (\(status)); zkuste to později nebo napište správci.",
          "The server \(url) failed (\(status)); try again later or tell its operator."))
    default:
      self.init(
        "E_UNAVAILABLE", .unavailable, file: url, place: String(status),
        Label(
          "Na adrese \(url) není server Souladu (\(status)); zkontrolujte ji.",
          "There is no Soulad server at \(url) (\(status)); check the address."))
    }
  }

  /// What a server says of a refusal, after RFC 9457.
  private struct Problem: Decodable {
    let code: String
    let detail: String

    init?(_ body: String) {
      guard let problem = try? JSONDecoder().decode(Problem.self, from: Data(body.utf8)) else {
        return nil
      }
      self = problem
    }
  }
}
