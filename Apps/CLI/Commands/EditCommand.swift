import ArgumentParser
import Desk
import Domain
import Storage
import Terminal

/// `soulad edit`: other values for fields of a record.
struct EditCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: Help.text("Změní pole záznamu.", "Changes fields of a record."),
    discussion: Help.discussion(
      examples: "soulad edit 3k7m status=running end=2027-06-30",
      "soulad edit 3k7m --text text < opravený.txt"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Option(
    name: .customLong("text"),
    help: Help.help(
      "Pole, jehož nový text přijde ze standardního vstupu.",
      "A field whose new text comes on standard input."))
  var textField: String?
  @Argument(help: Help.help("Identifikátor nebo jeho začátek.", "An identifier or its beginning."))
  var id: String
  @Argument(
    help: Help.help(
      "Hodnoty pole=hodnota; prázdná hodnota pole vymaže.",
      "Values field=value; an empty value clears the field."),
    transform: PairArguments.assignment)
  var fields: [FieldAssignment] = []

  func validate() throws {
    guard fields.isEmpty, textField == nil else { return }
    throw ValidationError(
      Help.text("Chybí, co změnit: pole=hodnota.", "Nothing to change: write field=value."))
  }

  func run() throws {
    let replica = try database.open(for: .writing)
    let record = try replica.record(withPrefix: id)
    try replica.edit(
      record, fields, saving: try savedTexts(), author: author.author, clock: Clock.now)
    try output.write(Answer(naming: [replica.show(record)])) { Console.result("\(record)\n") }
  }

  private func savedTexts() throws -> [SavedText] {
    guard let textField else { return [] }
    guard let text = String(validating: Console.input(), as: UTF8.self) else {
      throw ErrorReport.Failure(.inputNotText)
    }
    return [SavedText(field: textField, text: text)]
  }
}
