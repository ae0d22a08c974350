import Domain

/// The people of a meeting as they are found, each once.
struct AttendanceEntries {
  private var list: [ExtractedAttendance] = []
  private var words: [[String]] = []
  private var ages: [String?] = []

  /// The statuses that lists of the document tell; sentences tell the others.
  var listed: Set<AttendanceStatus> = []

  /// Whether nobody was found so far.
  var isEmpty: Bool { list.isEmpty }
  /// How many people were found so far.
  var count: Int { list.count }

  /// The people in the order in which they were found; `st.` and `ml.` stand with those whose name
  /// is the same but for that.
  var told: [ExtractedAttendance] {
    var told = list
    for (index, age) in ages.enumerated() {
      guard let age, words.count(where: { $0 == words[index] }) > 1 else { continue }
      told[index].person.value.name += " " + age
    }
    return told
  }

  /// A person who is listed twice stands once; a surname alone is the one person who bears it.
  mutating func add(_ entry: ExtractedAttendance, age: String? = nil) {
    let words = Folding.fold(entry.person.value.name).split(separator: " ").map(String.init)
    let known = self.words.indices.first { index in
      let known = self.words[index]
      guard known.last == words.last || known == words, !differs(age, ages[index]) else {
        return false
      }
      return known == words
        || (known.count == 1 || words.count == 1) && list[index].status == entry.status
    }
    guard let known else {
      list.append(entry)
      self.words.append(words)
      ages.append(age)
      return
    }
    if words.count > self.words[known].count {
      list[known].person = entry.person
      self.words[known] = words
    }
    merge(entry, into: &list[known])
  }

  private func differs(_ age: String?, _ other: String?) -> Bool {
    age != nil && other != nil && age != other
  }

  private func merge(_ entry: ExtractedAttendance, into known: inout ExtractedAttendance) {
    if entry.status == .excused || entry.status == .absent { known.status = entry.status }
    known.role = known.role ?? entry.role
    known.organization = known.organization ?? entry.organization
  }
}
