extension RandomAccessCollection where Index == Int {
  /// The first index at which `isAtOrAfter` holds, in a collection sorted by it; `endIndex` if it never does.
  @inlinable package func partition(_ isAtOrAfter: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isAtOrAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
