public import ArgumentParser
import Domain

/// Texts of help in the language of this run.
public enum Help {
  /// Returns the text for this run.
  public static func text(_ czech: String, _ english: String) -> String {
    Label(czech, english).text(Program.language)
  }

  /// Returns the text as help of an option or an argument.
  public static func help(_ czech: String, _ english: String) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: text(czech, english))
  }
}
