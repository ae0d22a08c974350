// What `run` needs of the extractor: `dump FOLDER ENDING OUTPUT` and `speed FOLDER [FACTOR…]`.
let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.count) {
case ("dump", 4):
  try Dump.run(folder: arguments[2], ending: arguments[3], output: arguments[4])
case ("speed", 2): try Speed.run(folder: arguments[2])
case ("speed", 3...):
  try Speed.run(folder: arguments[2], factors: arguments.dropFirst(2).compactMap { Int($0) })
default: print("usage: ExtractionBench dump FOLDER ENDING OUTPUT | speed FOLDER [FACTOR…]")
}
