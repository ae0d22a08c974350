import Sync

let arguments = CommandLine.arguments
let folder = arguments.count > 2 ? arguments[2] : ""
switch arguments.dropFirst().first {
case "text": try TextBenchmark(folder: folder).run()
case "rows": try RowBenchmark(folder: folder).run()
case "files": try FileBenchmark(folder: folder).run()
case "store": try MemoryBenchmark(folder: folder).store(Int(arguments[3]) ?? 0)
case "write": try MemoryBenchmark(folder: folder).write(Int(arguments[3]) ?? 0)
case "merge": try MemoryBenchmark(folder: folder).merge(Int(arguments[3]) ?? 0)
default: print("usage: SyncBenchmark text|rows|files FOLDER, write|merge|store FOLDER CHANGES")
}
