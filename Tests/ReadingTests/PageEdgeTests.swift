import Domain
import Testing

@testable import Parsing

@Test("The same result under each decision of a list is no page edge")
func repeatedVotes() throws {
  let decisions = ["nákup lavičky", "opravu plotu", "prodej pozemku", "výsadbu stromů"]
  let text = decisions.map { "Rada schvaluje \($0).\n\n\nPro: 7   proti: 0   zdržel se: 0\n\n\n" }
  let document = try DocumentReader.read(Array(text.joined().utf8), name: "zapis.txt")
  #expect(document.pageEdges.isEmpty)
  #expect(document.plainText.split(separator: "\n").count { $0.hasPrefix("Pro: 7") } == 4)
}
