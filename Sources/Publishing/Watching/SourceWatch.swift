import FileSystem
import Foundation
import Synchronization

/// Watches a site's files for changes: with inotify on Linux, by polling twice a second on other systems or if
/// no inotify watches are left.
package final class SourceWatch: Sendable {
  /// Yields when there are changes to take; ends after `stop()`.
  package let signals: AsyncStream<Void>
  /// Whether files are polled because the system does not report changes.
  package var isPolling: Bool { state.withLock { $0.isPolling } }

  private let signal: AsyncStream<Void>.Continuation
  private let pipeline: SitePipeline
  private let state: Mutex<State>
  /// Wakes the waiting thread.
  private let alarm: WakePipe?

  private static let pollTime = 0.5

  private struct State: ~Copyable {
    var pending = PendingChanges()
    var isStopped = false
    var isPolling = true
    /// Whether the folder of the site is gone, so that the system cannot tell when it comes back.
    var isGone = false
    var fingerprint: SourceFingerprint?
    #if canImport(Glibc)
      var table = InotifyTable()
    #endif
  }

  /// Starts watching for changes from now on.
  ///
  /// - Parameter polls: whether to poll even if the system reports changes. It does not report changes that other machines make
  ///   in network folders.
  package init(_ pipeline: SitePipeline, polls: Bool = false) {
    self.pipeline = pipeline
    (signals, signal) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    var state = State()
    #if canImport(Glibc)
      let isTold = state.table?.watch(WatchedFolders.list(pipeline.folders)) ?? false
      state.isPolling = polls || !isTold
      state.isGone = !Self.isThere(pipeline)
    #endif
    alarm = WakePipe()
    if state.isPolling { state.fingerprint = try? pipeline.fingerprint() }
    self.state = Mutex(state)
    Thread.detachNewThread { [self] in run() }
  }

  /// The changes since the last call that are ready to be read; nil if there are none.
  package func take() -> FileChanges? {
    let (changes, waits) = state.withLock { state -> (FileChanges?, Bool) in
      gather(&state)
      let now = ContinuousClock.now
      return (state.pending.take(at: now), state.pending.wait(at: now) != nil)
    }
    // The thread has not seen the changes that this call gathered.
    if waits { wake() }
    return changes
  }

  /// Stops watching.
  package func stop() {
    state.withLock { $0.isStopped = true }
    wake()
    signal.finish()
  }

  private func wake() { alarm?.wake() }

  /// Runs on the thread that waits for changes.
  private func run() {
    var isSignalled = false
    while true {
      let (wait, isPolling, isStopped) = state.withLock { state in
        (state.pending.wait(at: .now), state.isPolling || state.isGone, state.isStopped)
      }
      if isStopped { break }
      if wait == nil { isSignalled = false }
      sleep(isSignalled ? nil : wait, isPolling: isPolling)
      isSignalled = state.withLock { state in
        gather(&state)
        return state.pending.wait(at: .now) == .zero
      }
      if isSignalled { signal.yield() }
    }
  }

  /// Waits until something happens or the time is over; nil waits indefinitely.
  private func sleep(_ time: Duration?, isPolling: Bool) {
    let longest = isPolling || alarm == nil ? Self.pollTime : 3_600
    let seconds = time.map { min(longest, $0 / .seconds(1)) } ?? longest
    guard let alarm else { return Thread.sleep(forTimeInterval: seconds) }
    var descriptor: Int32 = -1
    #if canImport(Glibc)
      descriptor = state.withLock { state in
        switch state.table {
        case .some(let table): table.descriptor
        case .none: -1
        }
      }
    #endif
    alarm.wait(seconds: seconds, or: descriptor)
  }

  private func gather(_ state: inout State) {
    if state.isPolling { return compare(&state) }
    #if canImport(Glibc)
      var concernsFolders = false
      let now = ContinuousClock.now
      for event in state.table?.drain() ?? [] {
        if let path = event.path, !WatchedFolders.matters(DiskPath(path), in: pipeline.folders) { continue }
        state.pending.add(event.path, isSettled: event.isSettled, at: now)
        if event.concernsFolders { concernsFolders = true }
      }
      if state.isGone, Self.isThere(pipeline) { concernsFolders = true }
      guard concernsFolders else { return }
      // Files created in a new folder before it was watched are only found by checking every file.
      state.pending.add(nil, isSettled: false, at: now)
      let isTold = state.table?.watch(WatchedFolders.list(pipeline.folders)) ?? false
      if !isTold { state.isPolling = true }
      state.isGone = !Self.isThere(pipeline)
    #endif
  }

  /// Whether the folder of the site is there.
  private static func isThere(_ pipeline: SitePipeline) -> Bool {
    (try? FileStatus.of(pipeline.folders.root, followingLinks: true))?.kind == .folder
  }

  private func compare(_ state: inout State) {
    guard let now = try? pipeline.fingerprint() else {
      // The error is reported when the site is read.
      if state.fingerprint != nil { state.pending.add(nil, isSettled: false, at: .now) }
      state.fingerprint = nil
      return
    }
    let paths = state.fingerprint.map(now.changes) ?? []
    if state.fingerprint == nil { state.pending.add(nil, isSettled: true, at: .now) }
    for path in paths { state.pending.add(path, isSettled: true, at: .now) }
    state.fingerprint = now
  }
}
