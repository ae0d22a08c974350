public import Domain

/// Why the storage refuses; data, turned into a sentence where it is shown.
public enum StorageError: Error, Sendable, Hashable {
  /// There is no file at the path.
  case missing(path: String)
  /// There is a file at the path already, and a new one was asked for.
  case exists(path: String)
  /// The file is no SQLite database, or one of another program.
  case notSoulad(path: String)
  /// The file was written by a newer version of the program.
  case newerSchema(path: String, found: Int, known: Int)
  /// Another version of the program made the file's views, and they cannot be renewed now.
  case outdated(path: String)
  /// Another program is writing.
  case busy(path: String)
  /// The key that signs this replica's changes is not beside the database, so it cannot be written
  /// to.
  case keyMissing(path: String)
  /// The key beside the database belongs to another replica.
  case keyForeign(path: String)
  /// The name of the region is empty, longer than 200 bytes or not one line of text.
  case badRegion(String)
  /// The name of the author is longer than 200 bytes or not one line of text.
  case badAuthor(String)
  /// No record has this identifier or prefix.
  case noSuchRecord(String)
  /// Several records have this prefix: the first of them, and whether there are more.
  case ambiguousRecord(String, candidates: [RecordID], areAll: Bool)
  /// The record is there already: another that would have the same natural key.
  case recordExists(RecordID)
  /// A new record without a single value.
  case nothingToAdd
  /// The record names no person that could be erased.
  case notAPerson(RecordID)
  /// A record of this kind is made from a file, never by hand.
  case notAddable(RecordKind)
  /// One edit gives a field two values.
  case fieldTwice(String)
  /// The kind has no such field.
  case noSuchField(String, known: [Label])
  /// The text is not a value of the field.
  case badValue(field: Field, text: String, reason: Field.ReadingError)
  /// The record's field has nothing to settle.
  case noConflict(RecordID, field: String)
  /// The record cannot be shared before it is settled which value of a field holds.
  case unsettled(RecordID, field: String)
  /// The record cannot be shared before one that it names, or its document.
  case internalReference(RecordID, field: String)
  /// The hub at the address knows this database by the identity that it had before.
  case enrolledBeforeRenewal(hub: String)
  /// A copy of the database is not sound.
  case badCopy(path: String)
  /// A question in SQL that cannot be asked, in SQLite's words.
  case badSQL(String)
  /// SQL that is no single question, or does more than read.
  case notASelect
  /// A question in SQL that took longer than it may.
  case tooSlow
  /// Nothing that can be searched for.
  case emptyQuestion
  /// A change does not fit what is stored; the file is damaged.
  case damaged(place: String)
}
