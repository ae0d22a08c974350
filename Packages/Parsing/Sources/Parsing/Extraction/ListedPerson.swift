import Domain

/// One person of a list.
struct ListedPerson {
  /// The person.
  var person: WrittenPerson
  /// The role.
  var role: Fact<String>?
  /// The organisation.
  var organization: Fact<String>?
  /// `st.` or `ml.` after a full name, which tells people of one name apart.
  var age: String?
  /// What the list itself says instead of the label's status, as *omluven*.
  var status: AttendanceStatus?

  /// The person with a status.
  func with(_ status: AttendanceStatus) -> ListedPerson {
    var person = self
    person.status = status
    return person
  }
}

extension ListedPerson {
  /// The person as one of those who came or did not: with the status that the list itself says, or
  /// else the one of the words before it.
  func attendance(
    _ status: AttendanceStatus, confidence: Double = 0.95, in transcript: Transcript
  ) -> ExtractedAttendance {
    var entry = ExtractedAttendance(
      person: Fact(person.name, transcript.range(person.tokens), confidence: confidence),
      status: self.status ?? status)
    entry.role = role
    entry.organization = organization
    return entry
  }
}
