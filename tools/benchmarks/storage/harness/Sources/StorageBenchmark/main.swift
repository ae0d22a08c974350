// StorageBenchmark make DATABASE DOCUMENTS | ask DATABASE QUESTIONS
let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("make", 4): try Importing.run(arguments[2], documents: Int(arguments[3]) ?? 800)
case ("ask", 4): try Asking.run(arguments[2], questions: arguments[3])
default: print("usage: StorageBenchmark make DATABASE DOCUMENTS | ask DATABASE QUESTIONS")
}
