/// A patch that reached beyond the end of the text that it was made for, as it was cut.
struct TextCut {
  /// The run of patches that it lies in, and its place there.
  let patchRun: Int
  let index: Int
  let patch: TextPatch
}
