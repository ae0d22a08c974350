import ArgumentParser
import Desk
import Domain
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

  @OptionGroup var output: OutputOptions
  @OptionGroup var database: UnneededDatabase
  @OptionGroup var language: LanguageOptions

  func run() {
    guard output.format != .table else {
      return forEachWord { Console.result($1.joined(separator: " ") + "\n") }
    }
    var rows: [[Answer.Value]] = []
    forEachWord { word, terms in
      rows.append([
        .init("word", Label("Slovo", "Word"), .text(word)),
        .init("terms", Label("Hledá se pod", "Index terms"), .list(terms)),
      ])
    }
    output.write(Answer(rows))
  }

  private func forEachWord(_ body: (_ word: String, _ terms: [String]) -> Void) {
    var input = Console.input()[...]
    while let end = input.firstIndex(of: UInt8(ascii: "\n"))
      ?? (input.isEmpty ? nil : input.endIndex)
    {
      let word = String(decoding: input[..<end], as: UTF8.self)
      body(word, CzechAnalyzer.stems(of: word))
      input = input[min(end + 1, input.endIndex)...]
    }
  }
}
