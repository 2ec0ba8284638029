#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `read(2)`, under a name that methods called `read` do not hide.
func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

/// `write(2)`, all of it: repeated until every byte is written. Returns 0, or the `errno` of the failure.
func systemWriteAll(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
  var rest = bytes[...]
  while !rest.isEmpty {
    guard let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress else { return 0 }
    let count = write(descriptor, base, rest.count)
    if count < 0 {
      if errno == EINTR { continue }
      return errno
    }
    rest = rest.dropFirst(count)
  }
  return 0
}

/// `open(2)` of a file that exists, under a name that methods called `open` do not hide.
func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }

/// `close(2)`, under a name that methods called `close` do not hide.
@discardableResult
func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
