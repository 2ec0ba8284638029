import NIOCore
import Publishing
