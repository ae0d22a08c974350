import Crypto
import Domain
import Storage

/// Documents with tasks, made from a seed: the same for everybody.
struct Filling {
  private var state: UInt64 = 7
  private let words = [
    "bydlení", "dluhy", "zaměstnanost", "sociální", "služby", "terénní", "pracovníci", "město",
    "projekt", "výzva", "školy", "rodiny", "senioři", "bezpečnost", "prevence", "ubytovna",
    "dotace", "partneři", "jednání", "skupina", "plán", "komunitní", "poradna", "zdraví", "děti",
    "mládež", "kapacita", "podpora", "začleňování", "vzdělávání", "zařídit", "připravit",
    "předložit", "svolat", "oslovit", "koordinátor", "zastupitelstvo", "smlouva", "zpráva",
  ]
  private let people = ["koordinátor", "odbor sociálních věcí", "Agentura", "vedoucí skupiny"]

  /// The next random number below a bound (SplitMix64).
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private mutating func sentence() -> String {
    (0..<(6 + next(8))).map { _ in words[next(words.count)] }.joined(separator: " ") + "."
  }

  /// A document of a region with so many tasks.
  mutating func document(_ number: Int, tasks: Int) -> ImportedFile {
    var extracted = ExtractedDocument(extractor: "load/1", kind: .minutes)
    let region = "Území \(number % 206)"
    let day = CalendarPeriod(
      "\(2014 + next(10))-\(["03", "06", "09", "11"][next(4)])-\(10 + next(18))")
    var text = "\(region)\n"
    let place = SourceRange(0, region.utf8.count)
    extracted.region = Fact(region, place)
    if let day { extracted.date = Fact(day, place) }
    for _ in 0..<tasks {
      let said = sentence()
      let start = text.utf8.count
      text += said + "\n"
      let range = SourceRange(start, start + said.utf8.count)
      var task = ExtractedTask(text: Fact(said, range))
      task.responsible = Fact(people[next(people.count)], range)
      if let day { task.due = Fact(day, range) }
      extracted.tasks.append(task)
    }
    let hash = SHA256.hash(data: Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    return ImportedFile(
      name: "zápis \(number).docx", sha256: hash, plainText: text, extracted: extracted)
  }
}
