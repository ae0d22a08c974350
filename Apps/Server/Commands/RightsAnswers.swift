import Desk
import Domain
import Storage
import Sync
import Terminal

/// Offices, tokens and acts as rows.
enum RightsAnswers {
  private static func column(_ name: String, _ czech: String, _ english: String) -> Answer.Column {
    Answer.Column(Field(0, name, label: Label(czech, english)))
  }

  /// The offices.
  static func members(_ members: [HubMember]) -> Answer {
    Answer(
      columns: [
        column("replica", "Úřad", "Office"), column("office", "Území", "Region"),
        column("role", "Role", "Role"), column("enrolled", "Přihlášen", "Enrolled"),
        column("revoked", "Odebráno", "Revoked"),
      ],
      rows: members.map { member in
        row(
          [
            .text(member.replica.description), .text(member.region), .text(member.role.rawValue),
            moment(member.enrolled), moment(member.revoked),
          ], times: [3: member.enrolled, 4: member.revoked],
          labels: [2: RightsWording.role(member.role)])
      }, areRecords: false)
  }

  /// The tokens.
  static func tokens(_ tokens: [HubToken]) -> Answer {
    Answer(
      columns: [
        column("name", "Název", "Name"), column("token", "Označení", "Identifier"),
        column("scope", "K čemu", "Scope"), column("only", "Jen území", "Region only"),
        column("created", "Vytvořen", "Created"), column("expires", "Platí do", "Expires"),
        column("revoked", "Zneplatněn", "Revoked"),
      ],
      rows: tokens.map { token in
        row(
          [
            .text(token.name), .text(token.id), .text(token.scope.rawValue),
            token.region.map(ViewRow.Cell.text) ?? .none, moment(token.created),
            moment(token.expires), moment(token.revoked),
          ], times: [4: token.created, 5: token.expires, 6: token.revoked],
          labels: [2: RightsWording.scope(token.scope)])
      }, areRecords: false)
  }

  /// The acts.
  static func acts(_ acts: [HubAct]) -> Answer {
    Answer(
      columns: [
        column("number", "Č.", "No."), column("time", "Kdy", "When"),
        column("who", "Kdo", "Who"), column("act", "Co", "What"),
        column("subject", "Čeho se týká", "Subject"),
      ],
      rows: acts.map { act in
        row(
          [
            .integer(act.number), moment(act.time), .text(act.who), .text(act.act),
            .text(act.subject),
          ], times: [1: act.time],
          labels: [3: RightsWording.act(act.act), 4: RightsWording.subject(act.subject)])
      }, areRecords: false)
  }

  /// A row; tables show times by the clock on the wall, and words for codes.
  private static func row(
    _ cells: [ViewRow.Cell], times: [Int: Int64?], labels: [Int: Label]
  ) -> Answer.Row {
    let clock = times.compactMapValues { $0 }.mapValues {
      DateWording.clock(UInt64(clamping: $0), in: Program.language)
    }
    let words = labels.mapValues { $0.text(Program.language) }
    return Answer.Row(
      id: "", kind: "", region: "", cells: cells, short: clock.merging(words) { $1 })
  }

  private static func moment(_ milliseconds: Int64?) -> ViewRow.Cell {
    milliseconds.map { .text(DateWording.moment(UInt64(clamping: $0))) } ?? .none
  }
}
