import ArgumentParser
import Storage
import Terminal

/// `soulad analyze`: the index terms of words.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: Help.text(
      "Vypíše, pod čím se hledají slova ze standardního vstupu (jedno na řádek).",
      "Prints the index terms of words on standard input (one a line)."),
    discussion: Help.discussion(
      examples: "echo děti | soulad analyze"))

  @OptionGroup var language: LanguageOptions

  func run() {
    var input = Console.input()[...]
    while let end = input.firstIndex(of: UInt8(ascii: "\n"))
      ?? (input.isEmpty ? nil : input.endIndex)
    {
      let word = String(decoding: input[..<end], as: UTF8.self)
      Console.result(CzechAnalyzer.stems(of: word).joined(separator: " ") + "\n")
      input = input[min(end + 1, input.endIndex)...]
    }
  }
}
