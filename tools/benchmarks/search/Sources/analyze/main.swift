import Storage

// Without arguments: the index terms of each line of standard input, as `soulad analyze` prints
// them. With a number: how many words a second are analysed when the input is read so many times.
var lines: [String] = []
while let line = readLine() { lines.append(line) }
if let rounds = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }) {
  let text = lines.joined(separator: " ")
  var words = 0
  let time = ContinuousClock().measure {
    for _ in 0..<rounds { words += CzechAnalyzer.stems(of: text).count }
  }
  print(words, "words in", time, "=", Int(Double(words) / (time / .seconds(1))), "a second")
} else {
  for line in lines { print(CzechAnalyzer.stems(of: line).joined(separator: " ")) }
}
