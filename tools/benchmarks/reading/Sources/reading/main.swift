// Reads documents for the scripts beside: `time ROUNDS FILE` prints the CPU milliseconds of the best
// and of the median round, `judge FILE` the outcome, `convert FOLDER FILE…` writes texts and labels.
import Glibc
import Parsing

func bytes(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let size = ftell(file)
  rewind(file)
  return [UInt8](unsafeUninitializedCapacity: max(size, 0)) { buffer, count in
    count = fread(buffer.baseAddress, 1, buffer.count, file)
  }
}

func write(_ text: String, to path: String) {
  guard let file = fopen(path, "wb") else { return }
  var text = text
  text.withUTF8 { _ = fwrite($0.baseAddress, 1, $0.count, file) }
  fclose(file)
}

func milliseconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  return Double(now.tv_sec) * 1e3 + Double(now.tv_nsec) / 1e6
}

func time(_ rounds: Int, _ path: String) {
  guard let bytes = bytes(of: path) else { exit(66) }
  var times: [Double] = []
  for _ in 0..<rounds {
    let start = milliseconds()
    guard let document = try? DocumentReader.read(bytes, name: path), !document.blocks.isEmpty
    else { exit(65) }
    times.append(milliseconds() - start)
  }
  times.sort()
  print(times[0], times[times.count / 2])
}

/// `OK`, or `OK_WARN`, or the code of the error; then the place or the warnings.
func judge(_ path: String) {
  guard let bytes = bytes(of: path) else { exit(66) }
  do throws(ReadingError) {
    let document = try DocumentReader.read(bytes, name: path)
    let warnings = document.warnings.map { "\($0.code) \($0.place)" }.joined(separator: ", ")
    print(warnings.isEmpty ? "OK\t" : "OK_WARN\t\(warnings)")
    print(document.fullText)
  } catch {
    print("\(error.code.rawValue)\t\(error.place)")
  }
}

func convert(_ path: String, into folder: String) {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  guard let bytes = bytes(of: path) else { return }
  do throws(ReadingError) {
    let document = try DocumentReader.read(bytes, name: name)
    write(document.fullText, to: "\(folder)/\(name).txt")
    let labels = document.blocks.map { block in
      "\(block.label ?? "")\t\(block.textRange.quote(from: document.plainText) ?? "")\n"
    }
    write(labels.joined(), to: "\(folder)/\(name).labels")
  } catch {
    write("\(error.code.rawValue)\t\(error.place)\n", to: "\(folder)/\(name).err")
  }
}

let arguments = CommandLine.arguments.dropFirst()
let files = Array(arguments.dropFirst(2))
switch (arguments.first, arguments.dropFirst().first) {
case ("time", let rounds?): time(Int(rounds) ?? 1, files.first ?? "")
case ("judge", let file?): judge(file)
case ("convert", let folder?): for file in files { convert(file, into: folder) }
default: exit(64)
}
