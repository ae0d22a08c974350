import Domain
import Storage

/// Makes the minutes of a national data set, each from its number alone: the text, and the facts
/// with their places in it, as an extractor would give them.
struct MinutesGenerator {
  /// Regions of the whole set.
  static let regions = 206
  /// Documents of the whole set.
  static let documents = 80_000
  /// Items of each document.
  static let items = 8

  let regionCount: Int

  /// The name of a region.
  static func region(_ number: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(number) &+ 7_000)
    let name = (0..<3).map { _ in generator.pick(Vocabulary.syllables) }.joined()
    return name.prefix(1).uppercased() + name.dropFirst() + " \(number)"
  }

  /// The minutes with a number.
  func file(_ number: Int) -> ImportedFile {
    var writer = MinutesWriter(number, region: MinutesGenerator.region(number % regionCount))
    writer.write()
    return ImportedFile(
      name: "zapis-\(number).docx", sha256: MinutesGenerator.hash(number), plainText: writer.text,
      extracted: writer.extracted)
  }

  private static func hash(_ number: Int) -> String {
    var generator = SeededGenerator(seed: UInt64(number) &+ 99)
    return (0..<4).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// Writes one document.
struct MinutesWriter {
  private(set) var text = ""
  private(set) var extracted = ExtractedDocument(extractor: "generator/1", kind: .minutes)
  private var generator: SeededGenerator
  private let number: Int
  private let region: String

  init(_ number: Int, region: String) {
    generator = SeededGenerator(seed: UInt64(number))
    self.number = number
    self.region = region
  }

  mutating func write() {
    let year = 2012 + number / 7 % 13
    let date = CalendarDate(
      year: year, month: generator.number(1...12), day: generator.number(1...28))
    let period = date.map { CalendarPeriod($0) }
    append("Zápis z jednání\n")
    let body = fact(generator.pick(Vocabulary.bodies))
    append(", ")
    extracted.region = fact(region)
    append("\nDatum: ")
    if let period {
      let place = fact(period.description)
      extracted.date = Fact(period, place.source)
    }
    var meeting = ExtractedMeeting()
    meeting.body = body
    append("\nPřítomni: ")
    meeting.attendance = people()
    append("\n\n")
    for item in 1...MinutesGenerator.items { meeting.items.append(self.item(item)) }
    extracted.meeting = meeting
    decisions()
    append("Zapsala: Jana Nováková\n")
  }

  private mutating func append(_ words: String) { text += words }

  /// Writes words and returns them as a fact.
  private mutating func fact(_ words: String) -> Fact<String> {
    let start = text.utf8.count
    text += words
    return Fact(words, SourceRange(start, text.utf8.count))
  }

  private mutating func people() -> [ExtractedAttendance] {
    (0..<6).map { place in
      if place > 0 { append(", ") }
      let name = generator.pick(Vocabulary.given) + " " + generator.pick(Vocabulary.surnames)
      let written = fact(name)
      let status: AttendanceStatus = place < 4 ? .present : place == 4 ? .excused : .guest
      var person = ExtractedAttendance(
        person: Fact(PersonName(name), written.source), status: status)
      append(" (")
      person.organization = fact(generator.pick(Vocabulary.organizations) + ", z. s.")
      append(")")
      return person
    }
  }

  private mutating func item(_ place: Int) -> ExtractedItem {
    append("\(place). ")
    let theme = generator.pick(Vocabulary.themes)
    let title = fact(theme.prefix(1).uppercased() + theme.dropFirst())
    append("\n")
    var item = ExtractedItem(number: "\(place)", title: title, announced: true)
    var words = ""
    for _ in 0..<generator.number(4...9) {
      let sentence = generator.pick(Vocabulary.sentences)
      words += sentence.replacing("%@", with: generator.pick(Vocabulary.themes)) + " "
    }
    if place % 4 != 0 { item.text = fact(words) } else { append(words) }
    append("\n")
    return item
  }

  private mutating func decisions() {
    append("Úkoly a usnesení:\n")
    let organization = generator.pick(Vocabulary.organizations)
    for _ in 0..<2 {
      var task = ExtractedTask(
        text: fact("Zaslat podklady: " + generator.pick(Vocabulary.themes) + " \(number % 97)"))
      append(" – ")
      task.responsible = fact(generator.pick(Vocabulary.surnames))
      append("\n")
      extracted.tasks.append(task)
    }
    var project = ExtractedProject(
      name: fact("Projekt " + generator.pick(Vocabulary.themes) + " \(number % 40)"))
    project.holder = fact(organization + ", z. s.")
    project.status = Fact(generator.pick(ProjectStatus.allCases), project.name.source)
    extracted.projects = [project]
    append("\n")
    var service = ExtractedService(kind: fact(generator.pick(Vocabulary.kinds)))
    service.provider = Fact(organization + ", z. s.", project.name.source)
    service.capacity = Fact(generator.number(5...40), service.kind.source)
    extracted.services = [service]
    append("\n")
    for _ in 0..<2 {
      extracted.organizations.append(
        ExtractedOrganization(name: fact(generator.pick(Vocabulary.organizations) + ", z. s.")))
      append("\n")
    }
    var resolution = ExtractedResolution()
    resolution.number = fact("\(number % 500)/\(2012 + number / 7 % 13)")
    resolution.text = fact(" Skupina bere na vědomí informace o tématu.")
    extracted.resolutions = [resolution]
    append("\n")
  }
}
