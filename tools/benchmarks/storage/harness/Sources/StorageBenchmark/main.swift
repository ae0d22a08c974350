// StorageBenchmark make DATABASE DOCUMENTS | ask DATABASE QUESTIONS | verify DATABASE
let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("make", 4): try Importing.run(arguments[2], documents: Int(arguments[3]) ?? 800)
case ("ask", 4): try Asking.run(arguments[2], questions: arguments[3])
case ("verify", 3): try Verifying.run(arguments[2])
default:
  print("usage: StorageBenchmark make DATABASE DOCUMENTS | ask DATABASE QUESTIONS | verify …")
}
