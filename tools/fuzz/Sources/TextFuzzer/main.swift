import Laws

// The whole of a file as text or Markdown.
Fuzzing.run { data, count in
  Laws.read(Array(UnsafeBufferPointer(start: data, count: count)), name: "file.txt")
  return 0
}
