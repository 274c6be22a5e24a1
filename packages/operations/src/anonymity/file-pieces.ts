import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A piece of a file, with some of the bytes before and after it, so that a record across an edge can be read. */
export interface Piece {
  readonly bytes: Buffer
  /** The piece itself, from its first byte to the one after its last. */
  readonly from: number
  readonly to: number
}

const SIZE = 1 << 22
/** Longer than the header of a record before its id, and than the part that is read after the id. */
const [BEFORE, AFTER] = [64, 1024]

export const wholePiece = (bytes: Buffer): Piece => ({ bytes, from: 0, to: bytes.length })

/** Yields a file from its beginning to its end; pieces share one buffer. Throws the errors of reading. */
export function* filePieces(path: string): Generator<Piece> {
  const descriptor = openSync(path, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const room = Buffer.alloc(BEFORE + SIZE + AFTER)
    for (let at = 0; at < size; at += SIZE) {
      const start = Math.max(0, at - BEFORE)
      const bytes = bytesAt(descriptor, start, room.subarray(0, at - start + SIZE + AFTER))
      yield { bytes, from: at - start, to: Math.min(at - start + SIZE, bytes.length) }
    }
  } finally {
    closeSync(descriptor)
  }
}

/** Fills `room` from a position of a file, up to the end of the file. */
export function bytesAt(descriptor: number, position: number, room: Buffer): Buffer {
  let length = 0
  for (let read = -1; read !== 0 && length < room.length; length += read)
    read = readSync(descriptor, room, length, room.length - length, position + length)
  return room.subarray(0, length)
}
