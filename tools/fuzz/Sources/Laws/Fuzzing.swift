import CFuzzer
import Glibc

/// Hands the process to libFuzzer, which calls the test with one input after the other.
public enum Fuzzing {
  /// Runs until the time that the command line gives is over, or something breaks.
  public static func run(_ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt) -> Never {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(LLVMFuzzerRunDriver(&count, &arguments, test))
  }
}
