"""A session of an editor with the language server."""

import json
import queue
import threading


def packed(message):
    """A message as the protocol sends it."""
    data = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(data) + data


def frames(stream):
    """The messages of a stream, as bytes without their headers."""
    while header := stream.readline():
        length = 0
        while header.strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            header = stream.readline()
        yield stream.read(length)


def converse(process, messages, output):
    """Sends messages to a server, and waits for the answer to each that has a number. Writes what it says to `output`."""
    answers = queue.Queue()

    def listen():
        for data in frames(process.stdout):
            output.write(data + b"\n")
            message = json.loads(data)
            if "id" in message and "method" not in message:
                answers.put(message["id"])
        answers.put(None)

    listener = threading.Thread(target=listen)
    listener.start()
    try:
        for data in messages:
            number = json.loads(data).get("id")
            process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
            process.stdin.flush()
            while number is not None and answers.get() not in (number, None):
                pass
        process.stdin.close()
    except BrokenPipeError:
        pass
    listener.join()
