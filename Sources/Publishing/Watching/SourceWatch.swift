import FileSystem
import Foundation
import Synchronization

/// Notices when a site's files change: told by the system on Linux, by looking twice a second elsewhere or where
/// the system has no watches left.
package final class SourceWatch: Sendable {
  /// Yields when there is something to take; ends with `stop()`.
  package let signals: AsyncStream<Void>
  /// Every file is looked at again and again, because the system tells nothing.
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
    var fingerprint: SourceFingerprint?
    #if canImport(Glibc)
      var table = InotifyTable()
    #endif
  }

  /// Starts watching; what changes from now on is noticed.
  ///
  /// - Parameter polls: look again and again, also where the system would tell: of folders that other machines write to it
  ///   tells nothing.
  package init(_ pipeline: SitePipeline, polls: Bool = false) {
    self.pipeline = pipeline
    (signals, signal) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    var state = State()
    #if canImport(Glibc)
      let isTold = state.table?.watch(WatchedFolders.list(pipeline.folders)) ?? false
      state.isPolling = polls || !isTold
    #endif
    alarm = WakePipe()
    if state.isPolling { state.fingerprint = try? pipeline.fingerprint() }
    self.state = Mutex(state)
    Thread.detachNewThread { [self] in run() }
  }

  /// What has changed since the last call and is fit to be read; nil: nothing.
  package func take() -> FileChanges? {
    let (changes, waits) = state.withLock { state -> (FileChanges?, Bool) in
      gather(&state)
      let now = ContinuousClock.now
      return (state.pending.take(at: now), state.pending.wait(at: now) != nil)
    }
    // What this call has gathered, the thread has not seen.
    if waits { wake() }
    return changes
  }

  /// Ends the watch.
  package func stop() {
    state.withLock { $0.isStopped = true }
    wake()
    signal.finish()
  }

  private func wake() { alarm?.wake() }

  /// The thread that waits for the system.
  private func run() {
    var isSignalled = false
    while true {
      let (wait, isPolling, isStopped) = state.withLock { state in
        (state.pending.wait(at: .now), state.isPolling, state.isStopped)
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

  /// Waits until something happens or the time is over; nil waits without an end.
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
      guard concernsFolders else { return }
      // What was put into a new folder before it was watched is found by looking at every file.
      state.pending.add(nil, isSettled: false, at: now)
      let isTold = state.table?.watch(WatchedFolders.list(pipeline.folders)) ?? false
      if !isTold { state.isPolling = true }
    #endif
  }

  private func compare(_ state: inout State) {
    guard let now = try? pipeline.fingerprint() else {
      // Reading the site will say what is wrong with it.
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
