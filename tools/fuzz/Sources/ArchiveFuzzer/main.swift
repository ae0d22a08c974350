import Laws

// The whole of a file as an archive.
Fuzzing.run { data, count in
  Laws.read(Array(UnsafeBufferPointer(start: data, count: count)), name: "file.docx")
  return 0
}
