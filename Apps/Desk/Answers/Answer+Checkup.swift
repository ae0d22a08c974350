public import Domain
public import Storage
import Sync

extension Answer {
  /// What a look over a database found, one row a check: what, how it is, what to do.
  public init(_ checkup: Checkup, now: UInt64, _ language: Language) {
    let checks = Answer.checks(checkup, now: now)
    self.init(
      columns: [
        Column(Field(0, "check", label: Label("Co", "Check"))),
        Column(Field(0, "state", label: Label("Stav", "State"))),
        Column(Field(0, "finding", label: Label("Zjištění", "Finding"))),
        Column(Field(0, "advice", label: Label("Co s tím", "Advice"))),
      ],
      rows: checks.map { check in
        Row(
          id: "", kind: "", region: "",
          cells: [
            .text(check.name.text(language)), .text(check.isFine ? "ok" : "!"),
            .text(check.finding.text(language)),
            check.isFine ? .none : .text(check.advice.text(language)),
          ])
      }, areRecords: false)
  }

  /// Whether a look over a database found something that has to be mended.
  public static func isSound(_ checkup: Checkup, now: UInt64) -> Bool {
    checks(checkup, now: now).allSatisfy { $0.isFine || !$0.isGrave }
  }

  private struct Check {
    let name: Label
    let isFine: Bool
    var isGrave = false
    let finding: Label
    let advice: Label
  }

  private static func checks(_ found: Checkup, now: UInt64) -> [Check] {
    fileChecks(found) + contentChecks(found, now: now)
  }

  private static func same(_ text: String) -> Label { Label(text, text) }

  private static func fileChecks(_ found: Checkup) -> [Check] {
    let free = found.freeBytes / 1_048_576
    return [
      Check(
        name: same("SQLite"), isFine: true,
        finding: found.hasSafeWriteAheadLog
          ? same(found.sqliteVersion)
          : Label(
            "\(found.sqliteVersion); před souběžným zápisem chrání zámek",
            "\(found.sqliteVersion); a lock protects from writing at once"),
        advice: same("")),
      Check(
        name: Label("Soubor", "File"), isFine: found.damage.isEmpty, isGrave: true,
        finding: found.damage.first.map { words in
          Label("poškozené stránky: \(words)", "damaged pages: \(words)")
        } ?? Label("stránky v pořádku", "pages are sound"),
        advice: Label(
          "Zkopírujte soubor, pak zkuste soulad repair; nepomůže-li, obnovte ho ze zálohy.",
          "Copy the file, then try soulad repair; if that fails, restore it from a backup.")),
      Check(
        name: Label("Schéma", "Schema"), isFine: found.schema.found == found.schema.known,
        isGrave: true, finding: same("\(found.schema.found) / \(found.schema.known)"),
        advice: Label("Aktualizujte Soulad.", "Update Soulad.")),
      Check(
        name: Label("Klíč", "Key"), isFine: found.hasKey && !found.isKeyExposed, isGrave: true,
        finding: !found.hasKey
          ? Label("chybí", "missing")
          : found.isKeyExposed
            ? Label("mohou jej číst i jiní", "others can read it") : Label("v pořádku", "fine"),
        advice: found.hasKey
          ? Label("Spusťte chmod 600 na soubor .key.", "Run chmod 600 on the .key file.")
          : Label(
            "Bez klíče lze jen číst; vraťte soubor .key.",
            "Without the key you can only read; put the .key file back.")),
      Check(
        name: Label("Místo na disku", "Free space"),
        isFine: found.freeBytes > max(found.size * 2, 100 << 20),
        finding: same("\(free) MB"), advice: Label("Uvolněte místo.", "Make room.")),
    ]
  }

  private static func contentChecks(_ found: Checkup, now: UInt64) -> [Check] {
    [
      Check(
        name: Label("Hodiny", "Clock"), isFine: found.newestChange <= now + 60_000,
        finding: clock(now),
        advice: Label(
          "Nejnovější změna je z budoucnosti (\(clock(found.newestChange).czech));"
            + " zkontrolujte hodiny.",
          "The newest change is from the future (\(clock(found.newestChange).english));"
            + " check the clock.")),
      silenceCheck(found, now: now),
      countCheck(Label("Rozpory", "Conflicts"), found.conflicts, "soulad conflicts"),
      countCheck(
        Label("Možné duplicity", "Likely duplicates"), found.duplicates,
        "soulad query duplicates"),
      countCheck(
        Label("Chybná IČO", "Wrong IČO"), found.wrongNumbers,
        "soulad query organizations 'icoAsWritten!='"),
    ]
  }

  /// How many of something there are, of which there should be none.
  private static func countCheck(_ name: Label, _ count: Int?, _ command: String) -> Check {
    Check(
      name: name, isFine: count == 0,
      finding: count.map { same("\($0)") }
        ?? Label("nelze přečíst, soubor je poškozený", "cannot be read, the file is damaged"),
      advice: count == nil ? same("") : same(command))
  }

  /// A point in time by the clock on the wall.
  private static func clock(_ milliseconds: UInt64) -> Label {
    Label(
      DateWording.clock(milliseconds, in: .czech), DateWording.clock(milliseconds, in: .english))
  }

  /// How long a member may be silent before somebody should ask after it: half a year.
  private static let longSilence: UInt64 = 183 * 86_400_000

  private static func silenceCheck(_ found: Checkup, now: UInt64) -> Check {
    let since = found.silent.map { clock($0.milliseconds) }
    let name = found.silent.map { "\($0.replica.short) (\($0.region))" } ?? ""
    return Check(
      name: Label("Mlčící databáze", "Silent databases"),
      isFine: found.silent.map { $0.milliseconds + longSilence > now } ?? true,
      finding: since.map { Label("\(name) od \($0.czech)", "\(name) since \($0.english)") }
        ?? Label("žádná", "none"),
      advice: Label(
        "Zeptejte se jí; nevrátí-li se, soulad retire.",
        "Ask after it; if it will not come back, soulad retire."))
  }
}
