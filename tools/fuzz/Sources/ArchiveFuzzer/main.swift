import Laws

// The whole of a file as an archive, or DEFLATE data behind two bytes that say how much it unpacks to.
Fuzzing.run { data, count in
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  if bytes.starts(with: "PK".utf8) {
    Laws.read(bytes, name: "file.docx")
  } else if bytes.count > 2 {
    Deflate.check(bytes[2...], size: Int(bytes[0]) | Int(bytes[1]) << 8)
  }
  return 0
}
