import ArgumentParser
import Desk
import Domain
import Storage
import Sync
import Terminal

/// `soulad retire`: nobody waits for a member any more.
struct RetireCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: Help.text(
      "Vyřadí databázi, na kterou už nikdo nemá čekat.",
      "Retires a database that nobody shall wait for any more."),
    discussion: Help.discussion(
      """
      Pro počítač, který je ztracený nebo se už nevrátí. Jeho záznamy zůstávají. Ozve-li se přece, \
      vše, co přinese, se přijme, a bude se s ním zase počítat.
      """,
      """
      For a computer that is lost or will not come back. Its records stay. If it is heard of after \
      all, everything that it brings is taken and it counts again.
      """,
      examples: "soulad retire 7c1e"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions
  @Argument(
    help: Help.help(
      "Identifikátor databáze nebo jeho začátek; vypíše je soulad members.",
      "The identifier of the database or its beginning; soulad members lists them."))
  var member: String

  func run() throws {
    let replica = try database.open(for: .writing)
    let retired = try replica.retire(member, author: author.author, clock: Clock.now)
    let id = ViewRow.Cell.text(retired.replica.description)
    output.write(Answer([.init("replica", Label("Databáze", "Replica"), id)])) {
      Console.message(retired.retirementNote)
      Console.result("\(retired.replica)\n")
    }
  }
}
