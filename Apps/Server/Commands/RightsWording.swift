import Domain
import Storage

/// What people read for the codes of rights; programs get the codes.
enum RightsWording {
  /// What an office may do.
  static func role(_ role: HubRole) -> Label {
    switch role {
    case .reader: Label("čtenář", "reader")
    case .editor: Label("zapisovatel", "editor")
    case .coordinator: Label("koordinátor", "coordinator")
    case .administrator: Label("správce", "administrator")
    }
  }

  /// What a token is good for.
  static func scope(_ scope: HubScope) -> Label {
    switch scope {
    case .read: Label("čtení", "reading")
    case .metrics: Label("provozní údaje", "metrics")
    case .administration: Label("správa", "administration")
    }
  }

  /// What was done; an act of a newer version stands for itself.
  static func act(_ act: String) -> Label {
    switch act {
    case "invite": Label("pozvání", "invitation")
    case "enroll": Label("přihlášení", "enrolment")
    case "revoke": Label("odebrání přístupu", "rights taken away")
    case "token create": Label("vytvoření klíče", "token made")
    case "token revoke": Label("zneplatnění klíče", "token revoked")
    default: Label(act, act)
    }
  }

  /// To whom or what: the code of a role or a scope stands behind a name, in brackets.
  static func subject(_ subject: String) -> Label {
    let codes =
      HubRole.allCases.map { ($0.rawValue, role($0)) }
      + HubScope.allCases.map { ($0.rawValue, scope($0)) }
    guard let (code, label) = codes.first(where: { subject.hasSuffix(" (\($0.0))") }) else {
      return Label(subject, subject)
    }
    let name = subject.dropLast(code.count + 2)
    return Label("\(name)(\(label.czech))", "\(name)(\(label.english))")
  }
}
