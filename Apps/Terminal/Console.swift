import Desk
public import Domain
import Foundation

/// Standard output for results, standard error for everything else.
public enum Console {
  /// Writes a result. A result that cannot be written whole ends the program, so that nobody takes
  /// a part for the whole.
  public static func result(_ text: String) {
    finish(write(text, to: STDOUT_FILENO))
  }

  /// Writes a result that is no text.
  public static func result(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { finish(write($0, to: STDOUT_FILENO)) }
  }

  private static func finish(_ failure: Int32?) {
    guard let failure else { return }
    // A reader that has seen enough is no error.
    if failure == EPIPE { exit(ExitStatus.done.rawValue) }
    let report = ErrorReport.cannotWriteResult(number: failure)
    Program.tell(report)
    exit(report.exitCode.rawValue)
  }

  /// Writes a message as a line; one that nobody can read changes nothing.
  public static func message(_ text: String) {
    // Names of files and values are part of messages, and may have been made to drive a terminal.
    _ = write(text.printableLines + "\n", to: STDERR_FILENO)
  }

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

/// Writes all of a text; returns the number of the failure where that is not possible.
private func write(_ text: String, to descriptor: Int32) -> Int32? {
  var text = text
  return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
}

private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
  guard StandardStreams.isOpen(descriptor) else { return EBADF }
  var rest = bytes
  while !rest.isEmpty {
    let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return errno }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
  return nil
}
