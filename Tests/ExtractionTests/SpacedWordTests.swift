import Testing

@testable import Parsing

@Test("Letters that stand apart are one word, a dot after the last one abbreviates the next")
func spacedWords() {
  let tokens = Tokenizer.tokens(of: Array("Z á p i s č . 5   P ř í t o m n i:".utf8))
  #expect(tokens.map(\.folded) == ["zapis", "c", ".", "5", "pritomni", ":"])
}

@Test("Few single letters stay apart")
func singleLetters() {
  let tokens = Tokenizer.tokens(of: Array("a v k o".utf8))
  #expect(tokens.count == 4)
}

@Test("A word set answers as a plain set does, whatever the words")
func wordSet() {
  let words = ["a", "komise", "rada", "výbor", "r", "ra", "příští"]
  let set = WordSet(words)
  for word in words + ["", "rad", "radar", "komis", "x", "vybor"] {
    #expect(set.contains(word) == words.contains(word))
  }
}
