import Domain
import Parsing
import Storage
import Sync
import SyncHTTP

extension ErrorReport {
  /// Describes any error of the packages.
  /// - Parameter file: The file that was being worked on, where the error itself does not know it.
  public init(_ error: any Error, file: String = "") {
    switch error {
    case let error as ErrorReport.Failure: self = error.report
    case let error as ReadingError: self.init(reading: error, file: file)
    case let error as StorageError: self.init(storage: error, file: file)
    case let error as SQLiteError: self.init(sqlite: error, file: file)
    case let error as FileError: self.init(file: error)
    case let error as SyncError: self.init(sync: error, file: file)
    case let error as HTTPTransportError: self.init(transport: error, url: file)
    case let error as HubRightsError: self.init(rights: error)
    case let error as MembershipError: self.init(membership: error)
    default:
      self.init(
        "E_UNEXPECTED", .other, file: file,
        Label("Nečekaná chyba: \(error).", "Unexpected error: \(error)."))
    }
  }

  /// An error that was described where it arose.
  public struct Failure: Error {
    /// The description.
    public let report: ErrorReport

    /// Wraps a description so that it can be thrown.
    public init(_ report: ErrorReport) { self.report = report }
  }
}
