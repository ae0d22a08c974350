import Domain

/// Projects with their holder, status, dates and themes.
struct ProjectExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }

  /// Returns the projects, each once, in the order of the text.
  func projects() -> [ExtractedProject] {
    var found: [ExtractedProject] = []
    var keys: [[String]] = []
    let details = ProjectDetails(layout: layout)
    for mention in mentions().sorted(by: { $0.name.lowerBound < $1.name.lowerBound }) {
      let key = Self.key(transcript.text(mention.name))
      guard !key.isEmpty else { continue }
      let known = keys.firstIndex { Self.isSame($0, key) }
      var project = ExtractedProject(name: transcript.fact(mention.name, confidence: 0.85))
      details.fill(&project, mention: mention)
      if let known {
        Self.merge(project, into: &found[known])
      } else {
        found.append(project)
        keys.append(key)
      }
    }
    return found
  }

  private func mentions() -> [ProjectMention] {
    let names = ProjectNames(transcript: transcript)
    var found: [ProjectMention] = []
    for place in transcript.places(of: ProjectNames.words) {
      if let mention = names.mention(at: place) { found.append(mention) }
    }
    for place in transcript.places(of: ProjectNames.plurals) where names.isPlural(place) {
      found += names.listed(after: place)
    }
    for place in transcript.places(of: ProjectNames.deeds) {
      if let mention = names.funded(at: place) { found.append(mention) }
    }
    found += transcript.places(of: ProjectNames.works).compactMap { names.work(at: $0) }
    for place in transcript.places(of: ProjectNames.investments) {
      found += names.investments(at: place)
    }
    found += transcript.places(of: ProjectNames.actionPlans).compactMap {
      names.actionPlan(at: $0)
    }
    return found + ProjectLists(layout: layout).mentions()
  }

  private static func merge(_ project: ExtractedProject, into known: inout ExtractedProject) {
    known.holder = known.holder ?? project.holder
    known.status = known.status ?? project.status
    known.start = known.start ?? project.start
    known.end = known.end ?? project.end
    known.registration = known.registration ?? project.registration
  }

  private static func key(_ name: String) -> [String] {
    Folding.fold(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A name that begins with all words of another is the same project.
  private static func isSame(_ left: [String], _ right: [String]) -> Bool {
    let shorter = min(left.count, right.count)
    return left == right || (shorter > 2 && left.prefix(shorter) == right.prefix(shorter))
  }
}
