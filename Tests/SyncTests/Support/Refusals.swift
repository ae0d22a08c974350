import Sync
import Testing

/// Expects an error of one class.
func expectRefusal<Value>(
  _ code: SyncError.Code, sourceLocation: SourceLocation = #_sourceLocation,
  _ work: () throws -> Value
) {
  #expect(sourceLocation: sourceLocation) {
    try work()
  } throws: { error in
    (error as? SyncError)?.code == code
  }
}
