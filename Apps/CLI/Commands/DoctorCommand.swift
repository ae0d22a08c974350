import ArgumentParser
import Desk
import Storage
import Terminal

/// `soulad doctor`: what is odd about a database and its surroundings, and what to do about it.
struct DoctorCommand: DatabaseCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: Help.text(
      "Prohlédne databázi a prostředí a poradí, co opravit.",
      "Looks over the database and its surroundings and says what to mend."),
    discussion: Help.discussion(
      "Rychlá prohlídka; úplnou kontrolu s podpisy provede soulad verify.",
      "A quick look; soulad verify checks everything, signatures included.",
      examples: "soulad doctor"))

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var language: LanguageOptions

  func run() throws {
    let checkup = try database.open(for: .reading).checkup()
    output.write(Answer(checkup, now: Clock.now, Program.language))
    for name in Configuration.current.unknownNames {
      Console.message(
        Help.text(
          "Nastavení \(name) v souboru \(Configuration.current.path ?? "") nic neznamená.",
          "The setting \(name) in \(Configuration.current.path ?? "") means nothing."))
    }
    guard Answer.isSound(checkup, now: Clock.now) else { throw ExitCode(1) }
  }
}
