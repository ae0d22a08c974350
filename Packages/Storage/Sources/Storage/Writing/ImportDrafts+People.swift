import Domain

/// People with a role outside of attendance lists, and the bodies that meet.
extension ImportDrafts {
  /// Adds the people; the same name in another document is another record.
  mutating func addPeople() {
    let document = document
    var keys = Occurrences()
    for found in file.extracted.people {
      let person = found.person.value
      let key = keys.next(Folding.fold(person.name))
      add(NaturalKey(Person.kind, document.description, key)) { draft in
        draft.set(Person.document, .reference(document))
        draft.set(Person.name, found.person) { .text($0.name) }
        draft.set(Person.titlesBefore, joining: person.titlesBefore)
        draft.set(Person.titlesAfter, joining: person.titlesAfter)
        draft.set(Person.role, found.role)
      }
    }
  }

  /// Adds the bodies that met: one of a name in a region, in whatever case and form it is written.
  mutating func addBodies() {
    let home = file.extracted.region?.value ?? region
    let meetings =
      [file.extracted.meeting].compactMap(\.self)
      + file.extracted.furtherMeetings.map(\.meeting)
    var known: Set<String> = []
    for meeting in meetings {
      guard let body = meeting.body, known.insert(Folding.fold(body.value)).inserted else {
        continue
      }
      let key = NaturalKey(Body.kind, Folding.fold(home), Folding.fold(body.value))
      add(key, isShared: true) { draft in
        draft.set(Body.name, body)
        draft.set(Body.parent, meeting.parentBody)
      }
    }
  }
}
