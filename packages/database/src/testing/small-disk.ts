import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Only root mounts disks. */
export const canMount = process.getuid?.() === 0

/** A disk of its own, which a test can fill and make read-only. */
export interface SmallDisk {
  readonly path: string
  /** Leaves so many bytes free, in blocks of 4 KB. */
  fill(freeBytes: number): void
  /** Removes what `fill` wrote. */
  makeRoom(): void
  allowWrites(isAllowed: boolean): void
}

export function smallDisk(kilobytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', path])
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', path])
    rmSync(path, { recursive: true })
  })
  const filler = join(path, 'filler')
  return {
    path,
    fill: (freeBytes) => {
      const { bavail, bsize } = statfsSync(path)
      writeFileSync(filler, Buffer.alloc(Math.max(bavail * bsize - freeBytes, 0)))
    },
    makeRoom: () => rmSync(filler),
    allowWrites: (isAllowed) => void execFileSync('mount', ['-o', `remount,${isAllowed ? 'rw' : 'ro'}`, path]),
  }
}
