import ArgumentParser
import Terminal

/// `soulad completions`: the script that completes commands in a shell.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: Help.text(
      "Vypíše skript, kterým shell doplňuje příkazy.",
      "Prints the script by which a shell completes commands."),
    discussion: Help.text(
      """
      Instalace:
        soulad completions bash > ~/.local/share/bash-completion/completions/soulad
        soulad completions zsh > ~/.zsh/completions/_soulad
        soulad completions fish > ~/.config/fish/completions/soulad.fish
      """,
      """
      To install:
        soulad completions bash > ~/.local/share/bash-completion/completions/soulad
        soulad completions zsh > ~/.zsh/completions/_soulad
        soulad completions fish > ~/.config/fish/completions/soulad.fish
      """))

  /// The shells that there are scripts for.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash
    case zsh
    case fish
  }

  @OptionGroup var language: LanguageOptions
  @Argument(help: Help.help("Shell: bash, zsh, fish.", "The shell: bash, zsh, fish."))
  var shell: Shell

  func run() {
    let known: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    Console.result(SouladCommand.completionScript(for: known))
  }
}
