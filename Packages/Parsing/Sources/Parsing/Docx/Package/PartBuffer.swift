/// Memory for one part after the other, with zeros behind its bytes.
///
/// The zeros let scanners look some bytes ahead without asking where the part ends.
struct PartBuffer: ~Copyable {
  /// How many zeros stand behind the bytes.
  static var padding: Int { 32 }

  private var memory: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// Makes an empty buffer.
  init() {
    memory = .allocate(capacity: Self.padding)
    memory.initialize(repeating: 0)
  }

  /// Copies bytes.
  init(_ bytes: some Collection<UInt8>) {
    self.init()
    _ = reserve(bytes.count).initialize(fromContentsOf: bytes)
    seal()
  }

  deinit { memory.deallocate() }

  /// The bytes, until others are put in their place.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: memory[..<count]) }

  /// Makes room for other bytes; they are to be written at once, and then the buffer is sealed.
  mutating func reserve(_ count: Int) -> UnsafeMutableBufferPointer<UInt8> {
    if memory.count < count + Self.padding {
      memory.deallocate()
      memory = .allocate(capacity: count + Self.padding)
    }
    self.count = count
    return UnsafeMutableBufferPointer(rebasing: memory[..<count])
  }

  /// Puts the zeros behind the bytes, where a writer may have gone too far.
  mutating func seal() {
    memory[count..<(count + Self.padding)].initialize(repeating: 0)
  }
}
