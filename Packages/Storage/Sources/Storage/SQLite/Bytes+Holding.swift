internal import Glibc

extension [UInt8] {
  /// Whether other bytes stand at a place in these.
  func holds(_ part: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place >= 0, place <= count, part.count <= count - place else { return false }
    guard let wanted = part.baseAddress else { return true }
    return withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + place, wanted, part.count) == 0 } ?? false
    }
  }
}
