import Domain

/// Resolutions, tasks, services and commitments.
extension ImportDrafts {
  /// Adds resolutions and tasks; one without a number is known by what it says.
  mutating func addDecisions() {
    let (document, extracted) = (document, file.extracted)
    var keys = Occurrences()
    for resolution in extracted.resolutions {
      let name = resolution.number ?? resolution.text ?? resolution.body
      let key = keys.next(Folding.fold(name?.value ?? ""))
      add(NaturalKey(Resolution.kind, document.description, key)) { draft in
        draft.set(Resolution.document, .reference(document))
        draft.set(Resolution.number, resolution.number)
        draft.set(Resolution.date, resolution.date)
        draft.set(Resolution.body, resolution.body)
        draft.set(Resolution.text, resolution.fullText ?? resolution.text)
      }
    }
    var texts = Occurrences()
    for task in extracted.tasks {
      let key = texts.next(Folding.fold(task.text.value))
      add(NaturalKey(Task.kind, document.description, key)) { draft in
        draft.set(Task.document, .reference(document))
        draft.set(Task.text, task.text)
        draft.set(Task.responsible, task.responsible)
        draft.set(Task.due, task.due)
      }
    }
  }

  /// Adds services: known by their registration number, otherwise by kind and provider.
  mutating func addServices() {
    let document = document
    var keys = Occurrences()
    for service in file.extracted.services {
      let name = Folding.fold(
        [service.kind, service.provider].compactMap { $0?.value }.joined(separator: "|"))
      let shared = service.registration.map {
        NaturalKey(Service.kind, Service.registration.name, $0.value)
      }
      let own = NaturalKey(Service.kind, document.description, keys.next(name))
      add(shared ?? own, isShared: shared != nil) { draft in
        draft.set(Service.document, .reference(document))
        draft.set(Service.serviceKind, service.kind)
        draft.set(Service.provider, service.provider)
        draft.set(Service.registration, service.registration)
        draft.set(Service.capacity, number: service.capacity)
        draft.set(Service.capacityBefore, number: service.capacityBefore)
        draft.set(Service.capacityChange, number: service.capacityChange)
        draft.set(Service.unit, service.unit)
        draft.set(Service.cancelled, service.isCancelled) { .boolean($0) }
      }
    }
  }

  /// Adds what an agreement promises.
  mutating func addCommitments() {
    let document = document
    var keys = Occurrences()
    for commitment in file.extracted.agreement?.commitments ?? [] {
      let parts = [commitment.activity, commitment.what, commitment.output]
      let name = parts.compactMap { $0?.value }.joined(separator: "|")
      let key = keys.next(Folding.fold(name))
      add(NaturalKey(Commitment.kind, document.description, key)) { draft in
        draft.set(Commitment.document, .reference(document))
        draft.set(Commitment.activity, commitment.activity)
        draft.set(Commitment.what, commitment.what)
        draft.set(Commitment.output, commitment.output)
        draft.set(Commitment.atLeast, number: commitment.atLeast)
        draft.set(Commitment.per, commitment.per.map(FieldValue.text))
        draft.set(Commitment.due, commitment.due)
        draft.set(Commitment.persons, number: commitment.persons)
        draft.set(Commitment.events, number: commitment.events)
        draft.set(Commitment.hours, number: commitment.hours)
      }
    }
  }
}
