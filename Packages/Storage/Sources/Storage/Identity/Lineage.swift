internal import Glibc
import Sync

/// What stands beside a database and tells it from its copies: which file it is, on which machine,
/// and how far its own changes went.
///
/// A copy, or a backup that was put back, does not fit what stands here; it must not go on
/// numbering changes that the original numbers too.
struct Lineage: Equatable {
  /// The identity that the file writes under.
  let replica: ReplicaID
  /// How many changes of its own are known to be durable.
  let sequence: UInt64
  /// The file's number in its file system; a copy has another.
  let file: UInt64
  /// The machine, as systemd's machine-id(5) tells it; empty where there is none.
  let machine: String

  /// What is true of a database now.
  init(of files: ReplicaFiles, replica: ReplicaID, sequence: UInt64) throws(FileError) {
    self.replica = replica
    self.sequence = sequence
    file = try Files.number(of: files.database)
    machine = Self.thisMachine
  }

  /// Reads what stands beside a database; `nil` when nothing does, or nothing that can be read.
  init?(beside files: ReplicaFiles) {
    guard let bytes = try? Files.read(files.lineage, limit: 1 << 10),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count >= 5, parts[0] == Self.title, let replica = ReplicaID(String(parts[1])),
      let sequence = UInt64(parts[2]), let file = UInt64(parts[3])
    else { return nil }
    self.replica = replica
    self.sequence = sequence
    self.file = file
    machine = String(parts[4])
  }

  /// Writes it beside the database, so that a program that is killed leaves the old or the new.
  func write(beside files: ReplicaFiles) throws(FileError) {
    let lines = [Self.title, "\(replica)", "\(sequence)", "\(file)", machine, ""]
    try Files.write(
      Array(lines.joined(separator: "\n").utf8), to: files.lineage, isDurable: false)
  }

  private static let title = "Soulad lineage 1"

  private static var thisMachine: String {
    let bytes = (try? Files.read("/etc/machine-id", limit: 1 << 10)) ?? []
    return String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
  }
}
