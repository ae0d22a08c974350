import Domain

/// The tasks in a text below the head of a committee's minutes: what, who and by when.
func tasksOfCommittee(_ text: String) -> [String] {
  let heading = """
    Zápis ze schůze výboru dne 5. 2. 2024
    Přítomni: Dub, Lípová, Vrba

    """
  return LineReader.extract(heading + "\n" + text).tasks.map { task in
    let due = task.due.map { String(describing: $0.value) } ?? ""
    return [task.text.value, task.responsible?.value ?? "", due].joined(separator: "|")
  }
}
