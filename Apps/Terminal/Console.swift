public import Domain
import Foundation

/// Standard output for results, standard error for everything else.
public enum Console {
  /// Writes a result.
  public static func result(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes a message as a line.
  public static func message(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes a message in the language of this run.
  public static func message(_ label: Label) { message(label.text(Program.language)) }

  /// All of standard input.
  public static func input() -> [UInt8] {
    [UInt8](FileHandle.standardInput.readDataToEndOfFile())
  }

  /// The columns that a table may take: those of the terminal, or `COLUMNS` where it is set; `nil`,
  /// as many as it needs, when the output goes into a file or another program.
  public static var width: Int? {
    let environment = ProcessInfo.processInfo.environment
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 20 { return columns }
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether headings may be set off: on a terminal, unless `NO_COLOR` is set
  /// (https://no-color.org).
  public static var isStyled: Bool {
    isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  private static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Writes all of a text; a reader that went away ends the program by the system's own signal.
private func write(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
