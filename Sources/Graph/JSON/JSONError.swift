/// Why a JSON text could not be read, and where.
struct JSONError: Error, Hashable {
  /// In words for the person who wrote the text; lower-case start, no full stop.
  let message: String
  /// UTF-8 byte offsets in the text.
  let range: Range<Int>
}
