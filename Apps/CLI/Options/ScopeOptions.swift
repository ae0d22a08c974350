import ArgumentParser
import Storage
import Terminal

/// Who may have what a command writes.
struct ScopeOptions: ParsableArguments {
  @Flag(
    name: .customLong("internal"),
    help: Help.help(
      "Jen pro vlastní území; neodejde s výměnou, dokud záznam nebude sdílen.",
      "For the own region only; it does not leave with an exchange until it is shared."))
  var isInternal = false

  var scope: Scope { isInternal ? .internal : .shared }
}
