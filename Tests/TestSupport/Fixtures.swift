public import Foundation

/// The sample documents in `Tests/Fixtures`.
public enum Fixtures {
  /// The folder.
  public static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  /// The names of the samples, without extensions.
  public static let samples = [
    "chomutov-2022-04-19", "liberec-2017-08-30", "liberec-2020-10-14", "liberecky-kraj-2024-11-07",
    "zatec-2020-06-10",
  ]

  /// The path of a sample.
  public static func path(_ name: String) -> String { folder.appending(path: name).path }

  /// The bytes of a sample.
  public static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
