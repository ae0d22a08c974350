import ArgumentParser
import Desk
import Parsing
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
    Console.result(text + (text.hasSuffix("\n") ? "" : "\n"))
    for warning in document.warnings {
      Console.message("\(file): \(warning.code) (\(warning.place))")
    }
  }
}
