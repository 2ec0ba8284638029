#if canImport(Glibc)
  import Glibc

  /// The folders watched by one inotify descriptor (inotify(7)).
  package struct InotifyTable: ~Copyable {
    /// A change to an entry of a folder.
    package struct Event {
      /// Nil if events were lost or the folder itself was removed.
      package let path: String?
      /// Whether the file is complete: closed after writing, or renamed into place.
      package let isSettled: Bool
      /// Whether folders were added or removed.
      package let concernsFolders: Bool
    }

    /// Becomes readable when there are events.
    package let descriptor: Int32
    private var folders: [Int32: String] = [:]

    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
        | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

    /// Nil if the system cannot create more inotify descriptors.
    package init?() {
      descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      if descriptor < 0 { return nil }
    }

    deinit { SystemCalls.close(descriptor) }

    /// Watches exactly these folders; false if the system's limit is reached.
    package mutating func watch(_ paths: [String]) -> Bool {
      var watched: [Int32: String] = [:]
      for path in paths {
        let number = inotify_add_watch(descriptor, path, Self.mask)
        if number < 0 {
          if errno == ENOSPC || errno == ENOMEM { return false }
          continue
        }
        // A folder reached by two paths has the same number; the first path is the one without links.
        if watched[number] == nil { watched[number] = path }
      }
      for number in folders.keys where watched[number] == nil { inotify_rm_watch(descriptor, number) }
      folders = watched
      return true
    }

    /// All events since the last call, in order.
    package func drain() -> [Event] {
      var events: [Event] = []
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 8)
      defer { buffer.deallocate() }
      while let base = buffer.baseAddress {
        let count = SystemCalls.read(descriptor, base, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        append(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: &events)
      }
      return events
    }

    private func append(_ bytes: UnsafeRawBufferPointer, to events: inout [Event]) {
      let headLength = MemoryLayout<inotify_event>.size
      var offset = 0
      while offset + headLength <= bytes.count {
        let head = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let end = min(bytes.count, offset + headLength + Int(head.len))
        let name = bytes[(offset + headLength)..<end].prefix { $0 != 0 }
        if let event = event(head, name: String(decoding: name, as: UTF8.self)) { events.append(event) }
        offset = end
      }
    }

    private func event(_ head: inotify_event, name: String) -> Event? {
      func has(_ flags: Int32...) -> Bool { flags.contains { head.mask & UInt32($0) != 0 } }
      if has(Int32(IN_Q_OVERFLOW), Int32(IN_DELETE_SELF), Int32(IN_MOVE_SELF)) {
        return Event(path: nil, isSettled: false, concernsFolders: true)
      }
      // Ignore events of folders that are no longer watched.
      guard !has(Int32(IN_IGNORED)), !name.isEmpty, let folder = folders[head.wd] else { return nil }
      let isFolder = head.mask & UInt32(IN_ISDIR) != 0
      return Event(
        path: folder == "/" ? "/" + name : folder + "/" + name,
        isSettled: !isFolder && has(Int32(IN_CLOSE_WRITE), Int32(IN_MOVED_TO)), concernsFolders: isFolder)
    }
  }
#endif
