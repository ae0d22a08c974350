import Domain
import Sync

/// The name of a body by which a promise finds its meetings, however a document names it: the
/// words without those of the region and without an abbreviation of the others. *Lokální
/// partnerství (LP) Chomutov* in Chomutov is *Lokální partnerství*, and *LP* has its initials.
struct BodyName {
  /// The index terms of its own words.
  let key: String
  /// The first letters of its own words; `nil` for a name of one word.
  let initials: String?

  /// The name as a record of a region has it.
  init(_ name: String, _ state: RecordState) {
    self.init(
      CzechAnalyzer.stems(of: name), region: state.shown(Field.region.id)?.text ?? "")
  }

  /// The name with these index terms.
  init(_ terms: [String], region: String) {
    let place = Set(CzechAnalyzer.stems(of: region)).union(Self.placeWords)
    var own = terms
    // A place stands at the end: *Komunitní plánování města Žatce*.
    while own.count > 1, let last = own.last, place.contains(last) { own.removeLast() }
    // Among the last words may be an abbreviation of those before.
    if own.count > 2, own.last == Self.initials(of: own.dropLast()) { own.removeLast() }
    while own.count > 1, let last = own.last, place.contains(last) { own.removeLast() }
    key = own.joined(separator: " ")
    initials = Self.initials(of: own[...])
  }

  private static let placeWords = Set(CzechAnalyzer.stems(of: "statutární město obec ORP"))

  private static func initials(of terms: ArraySlice<String>) -> String? {
    // *a*, *v* and their like have no letter in abbreviations.
    let letters = terms.filter { $0.utf8.count > 1 }.compactMap(\.first)
    return letters.count > 1 ? String(letters) : nil
  }
}

/// What of an agreement's promise may have been recorded: meetings of a body.
struct Promise {
  /// The body that shall meet.
  let body: BodyName
  /// The word that says that something meets, as *partnerství* or *setkání*; `nil` where only a
  /// body of the region of this very name says so.
  let meetingWord: String?

  /// The promise of a record. What exactly is promised comes before the activity that it is part
  /// of, if it says that something meets.
  init(_ activity: String, _ state: RecordState) {
    let texts = [state.shown(Commitment.what.id)?.text, activity].compactMap { $0 }
    let found = texts.lazy.compactMap(Self.meeting(in:)).first
    let terms = found?.terms ?? CzechAnalyzer.stems(of: activity)
    body = BodyName(terms, region: state.shown(Field.region.id)?.text ?? "")
    meetingWord = found?.word
  }

  /// The words of what meets, with the word that says so: the first that is no adjective, for a
  /// *zpráva z jednání* is none. *Jednání* alone says nothing of who meets.
  private static func meeting(in text: String) -> (word: String, terms: [String])? {
    let words = text.split { !$0.isLetter }.map(String.init)
    guard let head = words.firstIndex(where: { !isAdjective($0) }),
      let word = CzechAnalyzer.stems(of: words[head]).first
    else { return nil }
    if bodyWords.contains(word) { return (word, CzechAnalyzer.stems(of: text)) }
    let rest = CzechAnalyzer.stems(of: words[(head + 1)...].joined(separator: " "))
    return meetingWords.contains(word) && !rest.isEmpty ? (word, rest) : nil
  }

  /// Whether a word looks like an adjective in the nominative; *jednání* and *setkání* do not.
  private static func isAdjective(_ word: String) -> Bool {
    let word = word.lowercased()
    guard let last = word.last, "áéíý".contains(last) else { return false }
    return !["ání", "ení", "ění", "tví"].contains { word.hasSuffix($0) }
  }

  private static let bodyWords = Set(
    CzechAnalyzer.stems(
      of: "partnerství skupina výbor komise rada platforma konference tým shromáždění"))

  private static let meetingWords = Set(
    CzechAnalyzer.stems(of: "jednání setkání setkávání schůzka schůze zasedání porada"))
}
