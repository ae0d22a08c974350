public import Sync

extension Replica {
  /// Answers a message of somebody who called. The side that answers keeps nothing between
  /// messages, so a call that broke off is simply made again.
  public func answer(_ message: ExchangeMessage) throws -> ExchangeMessage {
    switch message {
    case .greeting(_, let has):
      return .delivery(try bundle(lackedBy: has, limit: Replica.messageLimit))
    case .delivery(let bundle):
      try apply(bundle)
      return .acknowledgement(has: try versionVector())
    case .acknowledgement:
      return .acknowledgement(has: try versionVector())
    }
  }
}
