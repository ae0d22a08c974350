import Domain

/// Votes, calls, plans, events, figures, contacts and the region.
extension ImportDrafts {
  /// Adds what a document states beside its decisions.
  mutating func addStatements() {
    addVotes()
    addCalls()
    addPlans()
    addEvents()
    addFigures()
    addContacts()
    let name = file.extracted.region?.value ?? region
    add(NaturalKey(Region.kind, Region.name.name, name), isShared: true) { draft in
      draft.setDefault(Region.name, .text(name))
    }
  }

  private mutating func addVotes() {
    let document = document
    var keys = Occurrences()
    for vote in file.extracted.votes {
      let key = keys.next(Folding.fold(vote.text.value))
      add(NaturalKey(Vote.kind, document.description, key)) { draft in
        draft.set(Vote.document, .reference(document))
        draft.set(Vote.subject, vote.text)
        draft.set(Vote.inFavour, number: vote.inFavour)
        draft.set(Vote.against, number: vote.against)
        draft.set(Vote.abstained, number: vote.abstained)
      }
    }
  }

  /// A call with its programme is the same wherever it is named; a number alone is not.
  private mutating func addCalls() {
    let document = document
    for call in file.extracted.calls {
      let number = Folding.fold(call.number.value)
      let shared = call.programme.map {
        NaturalKey(Call.kind, Folding.fold($0.value), number)
      }
      let own = NaturalKey(Call.kind, document.description, number)
      add(shared ?? own, isShared: shared != nil) { draft in
        draft.set(Call.document, .reference(document))
        draft.set(Call.number, call.number)
        draft.set(Call.programme, call.programme)
      }
    }
  }

  private mutating func addPlans() {
    let document = document
    for plan in file.extracted.plans {
      add(NaturalKey(Plan.kind, document.description, Folding.fold(plan.name.value))) { draft in
        draft.set(Plan.document, .reference(document))
        draft.set(Plan.name, plan.name)
        draft.set(Plan.approved, plan.approved)
        draft.set(Plan.validFrom, plan.validFrom)
        draft.set(Plan.validTo, plan.validTo)
      }
    }
  }

  private mutating func addEvents() {
    let document = document
    for event in file.extracted.events {
      let date = event.date?.value.description ?? ""
      let name = Folding.fold(event.name.value)
      add(NaturalKey(Event.kind, document.description, name, date)) { draft in
        draft.set(Event.document, .reference(document))
        draft.set(Event.name, event.name)
        draft.set(Event.date, event.date)
      }
    }
  }

  private mutating func addFigures() {
    let document = document
    var keys = Occurrences()
    for figure in file.extracted.figures {
      let key = keys.next("\(figure.value.value) \(Folding.fold(figure.unit.value))")
      add(NaturalKey(Figure.kind, document.description, key)) { draft in
        draft.set(Figure.document, .reference(document))
        draft.set(Figure.value, number: figure.value)
        draft.set(Figure.unit, figure.unit)
      }
    }
  }

  private mutating func addContacts() {
    let document = document
    for contact in file.extracted.contacts {
      add(NaturalKey(Contact.kind, document.description, contact.value.value)) { draft in
        draft.set(Contact.document, .reference(document))
        draft.set(Contact.contactKind, .text(contact.kind.rawValue))
        draft.set(Contact.value, contact.value)
        draft.set(Contact.person, contact.person)
      }
    }
  }
}
