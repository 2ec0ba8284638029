import Foundation

/// What libFuzzer calls with each input. The environment variable `STANDPOINT_FUZZ` names the target.
@_cdecl("LLVMFuzzerTestOneInput")
public func runOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let target else { fatalError("STANDPOINT_FUZZ names no target") }
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  switch target.work {
  case .direct(let fault): stop(target, fault(bytes))
  case .suspending(let fault):
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      stop(target, await fault(bytes))
      done.signal()
    }
    done.wait()
  }
  return 0
}

private func stop(_ target: FuzzTarget, _ fault: String?) {
  if let fault { fatalError("\(target.name): \(fault)") }
}

private let target = FuzzTarget.named(ProcessInfo.processInfo.environment["STANDPOINT_FUZZ"] ?? "")
