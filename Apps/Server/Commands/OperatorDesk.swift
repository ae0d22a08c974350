import Foundation
import Storage
import Terminal

/// What the commands of an operator have in common.
enum OperatorDesk {
  /// Opens the rights beside a database that must be there; the server may run.
  static func open(_ database: DatabaseOptions) throws -> HubRights {
    _ = try database.open(for: .reading)
    return try HubRights(besides: database.path)
  }

  /// Who acts, for the audit log: the account of the machine, the one behind `sudo` where known.
  static var name: String {
    let environment = ProcessInfo.processInfo.environment
    let account = environment["SUDO_USER"] ?? environment["USER"] ?? environment["LOGNAME"]
    return account ?? "uid \(getuid())"
  }
}
