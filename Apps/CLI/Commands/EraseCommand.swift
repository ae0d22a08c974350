import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad erase`: a person's right to erasure.
struct EraseCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: Help.text(
      "Nenávratně vymaže osobu: záznamy o ní i její jméno v textech.",
      "Erases a person for good: the records about them and their name in texts."),
    discussion: Help.discussion(
      """
      Vymaže i starší znění v historii a při výměně totéž u všech, kdo změny tohoto území mají; \
      podpisy dál platí. Co s tím jménem napsalo jiné území, musí vymazat ono. Dokumenty na disku \
      a zálohy se nemění. Nejdřív zkuste --dry-run.
      """,
      """
      Erases earlier wordings in the history too, and with the exchange the same at all who have \
      this region's changes; signatures still hold. What another region wrote with the name, that \
      region has to erase. Documents on disk and backups stay. Try --dry-run first.
      """,
      examples: "soulad erase 3k7m --dry-run",
      "soulad erase 3k7m"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Flag(
    name: .customLong("everywhere"),
    help: Help.help(
      "Hledá jméno ve všech dokumentech, ne jen v těch, ze kterých je osoba známa.",
      "Looks for the name in all documents, not only in those that the person is known from."))
  var isEverywhere = false
  @Flag(
    name: .customLong("dry-run"),
    help: Help.help("Jen vypíše, co by vymazal.", "Only says what it would erase."))
  var isTrial = false
  @Argument(
    help: Help.help(
      "Osoba, účast nebo kontakt: identifikátor nebo jeho začátek.",
      "A person, an attendance or a contact: an identifier or its beginning."))
  var id: String

  func run() throws {
    let replica = try database.open(for: isTrial ? .reading : .writing)
    let record = try replica.record(withPrefix: id)
    let report = try replica.erase(
      record, everywhere: isEverywhere, isTrial: isTrial, author: author.author, clock: Clock.now)
    if Program.speaksJSON {
      Console.result(report.json(isTrial: isTrial) + "\n")
      return
    }
    for record in report.deleted + report.covered { Console.result("\(record)\n") }
    Console.message(report.sentence(isTrial: isTrial))
    if let advice = report.otherRegionsAdvice { Console.message(advice) }
  }
}
