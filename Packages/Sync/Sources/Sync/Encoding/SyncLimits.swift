/// What a program accepts from outside; far above honest use, far below what would hurt.
public enum SyncLimits {
  /// The bytes of a bundle: 1 GiB.
  public static let bundleBytes = 1 << 30
  /// The bytes of a message between two programs: 64 MiB.
  public static let messageBytes = 64 << 20
  /// The bytes of one header: 1 MiB.
  public static let headerBytes = 1 << 20
  /// The bytes of one payload, which is one record's part of a change: 16 MiB.
  public static let payloadBytes = 16 << 20
  /// The payloads of one change.
  public static let payloads = 1 << 20
  /// The replicas in a version vector.
  public static let replicas = 1 << 16
  /// The bytes of a name of a region, a replica, a person or an extractor.
  public static let nameBytes = 256
  /// The bytes of a text or of all that was ever inserted into it: 256 MiB.
  public static let textBytes = 256 << 20
  /// The edits of one text, and the patches of all of them.
  public static let textEdits = 1 << 24
}
