/// Takes bits from the bytes of DEFLATE data, the lowest bit of a byte first (RFC 1951, 3.1.1).
struct BitReader {
  /// How many bytes behind the data must be readable.
  static var margin: Int { 32 }

  private(set) var next: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  /// The bits to come, the first one lowest.
  private(set) var bits: UInt64 = 0
  /// How many of them are there.
  private var count: UInt64 = 0

  /// - Parameter data: The data, with the margin behind it.
  init(_ data: UnsafeBufferPointer<UInt8>, at start: UnsafePointer<UInt8>) {
    next = start
    end = start + data.count
  }

  /// Whether more was read than the bits that are left over can have been read ahead.
  @inline(__always)
  var isBeyondEnd: Bool { next > end + 8 }

  /// Whether bits behind the end were taken.
  var tookTooMuch: Bool { next - Int(count >> 3) > end }

  /// Makes sure that there are at least 56 bits.
  @inline(__always)
  mutating func refill() {
    let word = UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
    bits |= UInt64(littleEndian: word) &<< count
    next += Int((63 &- count) &>> 3)
    count |= 56
  }

  /// Drops bits that were looked at; only the lowest six bits of their number count.
  @inline(__always)
  mutating func drop(_ number: UInt32) {
    bits &>>= UInt64(number)
    count &-= UInt64(number & 63)
  }

  /// Takes bits as a number; there must be as many.
  @inline(__always)
  mutating func take(_ number: UInt32) -> Int {
    let value = bits & (1 &<< UInt64(number) &- 1)
    drop(number)
    return Int(value)
  }

  /// Goes to the next whole byte and takes bytes from there.
  /// - Returns: The bytes, `nil` when there are not as many.
  mutating func takeBytes(_ number: Int) -> UnsafeBufferPointer<UInt8>? {
    let start = next - Int(count >> 3)
    guard start <= end, end - start >= number else { return nil }
    next = start + number
    (bits, count) = (0, 0)
    return UnsafeBufferPointer(start: start, count: number)
  }
}
