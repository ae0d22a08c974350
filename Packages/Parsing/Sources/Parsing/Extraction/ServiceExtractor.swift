import Domain

/// Social services by Act 108/2006 Sb.
///
/// with provider, registration and capacity.
struct ServiceExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }

  /// Returns the services that a line names together with their provider, each once.
  func services() -> [ExtractedService] {
    var found: [ExtractedService] = []
    for index in linesOfServices() {
      let line = transcript.lines[index]
      guard let provider = provider(in: line.tokens) else { continue }
      for kind in kinds(in: provider.upperBound..<line.tokens.upperBound) {
        add(service(kind, provider, line.tokens), to: &found)
      }
    }
    return found
  }

  private static let words = WordList(["registrac*", "sluzb*", "kapacit*", "ic", "ico"])

  /// The lines that speak of services or of the number of an organisation.
  private func linesOfServices() -> [Int] {
    var lines: [Int] = []
    for place in transcript.places(of: Self.words) {
      let line = transcript.line(of: place)
      if lines.last != line { lines.append(line) }
    }
    return lines
  }

  /// The organisation with a legal form that the line begins with.
  private func provider(in line: Range<Int>) -> Range<Int>? {
    for place in line {
      guard let end = LegalForms.czech.match(transcript.tokens, at: place),
        let start = OrganizationName(transcript: transcript).start(before: place),
        start >= line.lowerBound
      else { continue }
      return start..<end
    }
    return nil
  }

  private func kinds(in tokens: Range<Int>) -> [(name: String, tokens: Range<Int>)] {
    var found: [(name: String, tokens: Range<Int>)] = []
    var place = tokens.lowerBound
    while place < tokens.upperBound {
      if let kind = ServiceKinds.czech.match(transcript.tokens, at: place, limit: tokens.upperBound)
      {
        found.append((kind.name, place..<kind.end))
        place = kind.end
      } else {
        place += 1
      }
    }
    return found
  }

  private func service(
    _ kind: (name: String, tokens: Range<Int>), _ provider: Range<Int>, _ line: Range<Int>
  ) -> ExtractedService {
    var service = ExtractedService(kind: Fact(kind.name, transcript.range(kind.tokens)))
    service.provider = transcript.fact(provider)
    let after = kind.tokens.upperBound..<line.upperBound
    for place in after {
      let word = transcript.tokens[place].folded
      if word.hasPrefix("registrac"), service.registration == nil, place + 1 < line.upperBound,
        transcript.tokens[place + 1].kind == .number
      {
        service.registration = transcript.fact(place + 1..<place + 2)
      }
      if word.hasPrefix("kapacit"), service.capacity == nil, service.capacityChange == nil {
        readCapacity(place + 1..<min(place + 9, line.upperBound), into: &service)
      }
    }
    if let verb = (provider.upperBound..<kind.tokens.lowerBound).first(where: {
      transcript.tokens[$0].folded.hasPrefix("zrusil")
    }) {
      service.isCancelled = Fact(true, transcript.range(verb..<verb + 1))
    }
    return service
  }

  /// `s kapacitou 3 lůžek`, `kapacity z 3 lůžek na 15 lůžek`, `kapacity o 2 lůžka`.
  private func readCapacity(_ tokens: Range<Int>, into service: inout ExtractedService) {
    for place in tokens {
      guard let value = transcript.tokens[place].number else { continue }
      let fact = Fact(value, transcript.range(place..<place + 1))
      switch transcript.tokens[place - 1].folded {
      case "z", "ze": service.capacityBefore = fact
      case "o": service.capacityChange = fact
      default: service.capacity = fact
      }
      if place + 1 < tokens.upperBound, transcript.tokens[place + 1].kind == .word {
        service.unit = transcript.unit(at: place + 1, confidence: 0.95)
      }
      if service.capacityBefore == nil || service.capacity != nil { return }
    }
  }

  /// The same service of the same provider twice: a change of the capacity goes over its state.
  private func add(_ service: ExtractedService, to found: inout [ExtractedService]) {
    guard
      let known = found.firstIndex(where: {
        $0.kind.value == service.kind.value && $0.provider?.value == service.provider?.value
      })
    else { return found.append(service) }
    if service.capacityBefore != nil {
      found[known].capacityBefore = service.capacityBefore
      found[known].capacity = service.capacity
    }
    found[known].registration = found[known].registration ?? service.registration
    found[known].capacity = found[known].capacity ?? service.capacity
  }
}
