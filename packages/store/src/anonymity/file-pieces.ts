import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A stretch of bytes, with some of what stands before and after it: what reaches over an edge can be read. */
export interface Piece {
  readonly bytes: Buffer
  /** The stretch itself, from the first of its bytes to the one behind its last. */
  readonly from: number
  readonly to: number
}

const SIZE = 1 << 22
/** More than the head of a record of ours before the id it is found by, and what is read of it after. */
const [BEFORE, AFTER] = [64, 1024]

export const wholePiece = (bytes: Buffer): Piece => ({ bytes, from: 0, to: bytes.length })

/** A file from its beginning to its end; each piece takes the place of the one before. Throws what reading throws. */
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

/** Fills `room` from a place in a file, as far as the file reaches. */
export function bytesAt(descriptor: number, position: number, room: Buffer): Buffer {
  let length = 0
  for (let read = -1; read !== 0 && length < room.length; length += read)
    read = readSync(descriptor, room, length, room.length - length, position + length)
  return room.subarray(0, length)
}
