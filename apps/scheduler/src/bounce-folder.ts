import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Our letters have under 60 KB; what is much larger is no answer to one. */
const MOST_BYTES = 1024 * 1024
const FILES_A_LOOK = 500

export interface FolderLook {
  /** Files taken in and deleted. */
  readonly taken: number
  /** Names of files moved into `failed`. */
  readonly failed: readonly string[]
}

/** A file that is no message; anything else that goes wrong leaves the file for the next look. */
export class BrokenMessage extends Error {}

/**
 * Gives every message in a maildir (`new`, `cur`) or plain folder to `take` and deletes it: a bounce quotes the link of
 * its letter. A broken one is moved into the folder `failed`. Files have to be moved in whole, as maildir does.
 * What cannot be taken in now stays, the rest is read all the same, and the first error is thrown at the end.
 */
export async function readBounceFolder(
  folder: string,
  take: (raw: Uint8Array) => Promise<unknown>,
): Promise<FolderLook> {
  const failed: string[] = []
  const left: unknown[] = []
  let taken = 0
  for (const path of (await messageFiles(folder)).slice(0, FILES_A_LOOK)) {
    try {
      await take(await bytesOf(path))
      await rm(path, { force: true })
      taken += 1
    } catch (error) {
      if (error instanceof BrokenMessage) failed.push(await setAside(folder, path))
      // Another scheduler reads the same folder, and was first.
      else if (!isMissing(error)) left.push(error)
    }
  }
  if (left.length > 0) throw left[0]
  return { taken, failed }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function bytesOf(path: string): Promise<Uint8Array> {
  if ((await lstat(path)).size > MOST_BYTES) throw new BrokenMessage('too large')
  return readFile(path)
}

async function setAside(folder: string, path: string): Promise<string> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  await mkdir(join(folder, 'failed'), { recursive: true, mode: 0o700 })
  await rename(path, join(folder, 'failed', name))
  return name
}

/** Regular files, oldest name first; no links, and nothing that begins with a dot. */
async function messageFiles(folder: string): Promise<readonly string[]> {
  const within = await Promise.all(['new', 'cur', '.'].map((part) => filesIn(join(folder, part))))
  return within.flat()
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name))
      .sort()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
