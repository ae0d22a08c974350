public import ArgumentParser
public import Domain

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

  /// Returns names with what people call them, a line each.
  public static func list(_ entries: [(name: String, label: Label)]) -> String {
    let width = entries.map(\.name.count).max() ?? 0
    return entries.map { name, label in
      let gap = String(repeating: " ", count: width - name.count + 2)
      return "  \(name)\(gap)\(label.text(Program.language))"
    }.joined(separator: "\n")
  }

  /// Returns what a command's help says below its options: how it is called, and what else there is
  /// to know.
  public static func discussion(
    _ czech: String = "", _ english: String = "", examples: String...
  ) -> String {
    let heading = text("Příklady:", "Examples:")
    let known = [text(czech, english)].filter { !$0.isEmpty }
    return (known + [([heading] + examples.map { "  " + $0 }).joined(separator: "\n")])
      .joined(separator: "\n\n")
  }
}
