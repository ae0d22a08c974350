import ArgumentParser
import Desk
import Domain
import Parsing
import Storage
import Terminal

/// `soulad text`: what a reader of a document sees.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: Help.text(
      "Vypíše text dokumentu tak, jak ho vidí čtenář.",
      "Prints the text of a document as a reader sees it."),
    discussion: Help.discussion(
      examples: "soulad text zápis.docx"))

  @OptionGroup var output: OutputOptions
  @OptionGroup var database: UnneededDatabase
  @OptionGroup var language: LanguageOptions
  @Flag(help: Help.help("Připojí záhlaví a zápatí stránek.", "Adds page headers and footers."))
  var headers = false
  @Argument(
    help: Help.help("Dokument DOCX nebo text.", "A DOCX document or text."), completion: .file())
  var file: String

  func run() throws {
    let document: Document
    do {
      document = try DocumentImport.document(file)
    } catch {
      throw ErrorReport.Failure(ErrorReport(error, file: file))
    }
    let text = headers ? document.fullText : document.plainText
    let warnings = document.warnings.map { "\($0.code) (\($0.place))" }
    let read = Answer([
      .init("file", Label("Soubor", "File"), .text(file)),
      .init("text", Label("Text", "Text"), .text(text)),
      .init("warnings", Label("Upozornění", "Warnings"), .list(warnings)),
    ])
    output.write(read) {
      Console.result(text + (text.hasSuffix("\n") ? "" : "\n"))
      for warning in warnings { Console.message("\(file): \(warning)") }
    }
  }
}
