public import Sync

/// An office that may talk to a hub.
public struct HubMember: Sendable, Hashable {
  /// Its replica.
  public let replica: ReplicaID
  /// The key that its requests are signed with.
  public let publicKey: [UInt8]
  /// The region that it writes for.
  public let region: String
  /// What it may do.
  public let role: HubRole
  /// When it was enrolled, in milliseconds since 1970.
  public let enrolled: Int64
  /// When its rights were taken away, in milliseconds since 1970.
  public let revoked: Int64?
}

/// A token by which a program asks a hub; its secret is not kept.
public struct HubToken: Sendable, Hashable {
  /// The part of the token that it is looked up by.
  public let id: String
  /// The SHA-256 of the secret part.
  public let hash: [UInt8]
  /// What people call it.
  public let name: String
  /// What it is good for.
  public let scope: HubScope
  /// The only region that it is shown; `nil` for all.
  public let region: String?
  /// When it was created, in milliseconds since 1970.
  public let created: Int64
  /// When it stops being good, in milliseconds since 1970; `nil` for never.
  public let expires: Int64?
  /// When it was revoked, in milliseconds since 1970.
  public let revoked: Int64?
}

/// An act that changed rights, or was refused.
public struct HubAct: Sendable, Hashable {
  /// Its number; they have no gaps.
  public let number: Int64
  /// When, in milliseconds since 1970.
  public let time: Int64
  /// Who acted.
  public let who: String
  /// What was done, as a word: `invite`, `enroll`, `revoke`, `token`.
  public let act: String
  /// To whom or what.
  public let subject: String
}

/// Everything that decides about requests, at one moment.
public struct HubRightsSnapshot: Sendable {
  /// The offices by their replicas, revoked ones included.
  public let members: [ReplicaID: HubMember]
  /// The tokens by their identifiers, revoked ones included.
  public let tokens: [String: HubToken]
  /// Whether nobody was ever invited and no token was ever made.
  public let isUntouched: Bool
}

/// Why a hub's rights cannot be changed so; data, turned into a sentence where it is shown.
public enum HubRightsError: Error, Sendable, Hashable {
  /// The code is not one of an open invitation: never given, used, expired or withdrawn.
  case badCode
  /// The invitation is for another region.
  case otherRegion(invited: String, own: String)
  /// The replica is enrolled already and its rights stand.
  case enrolledAlready(ReplicaID)
  /// There is no such office or token, or several begin so.
  case unknown(String)
  /// There is a token with this name already.
  case nameTaken(String)
  /// The name of a region or a token is empty, too long or not one line.
  case badName(String)
  /// The rights were written by a newer version of the program.
  case newer
}
