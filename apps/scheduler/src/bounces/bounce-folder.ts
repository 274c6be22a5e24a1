import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BounceSource, BrokenMessage, type MessageTaker, MOST_BYTES, MOST_IN_LOOK } from './bounce-source.ts'

const LOOK_EVERY_MS = 2000

/** A local folder to which bounces are delivered. */
export const bounceFolder = (folder: string): BounceSource => ({
  kind: 'folder',
  place: folder,
  every: LOOK_EVERY_MS,
  longest: LOOK_EVERY_MS,
  look: (taker) => readBounceFolder(folder, taker),
  close: async () => undefined,
})

/**
 * Passes every message of a maildir (`new`, `cur`), or of a plain folder, to `taker` and deletes it, because a bounce quotes
 * the link of its letter. Files must be moved in whole, as maildir does. A broken message is moved into the folder `failed`.
 * A message that cannot be processed now stays, the rest is read, and the first error is thrown at the end.
 *
 * A message being read is in `reading`. One found there crashed its reader: it is read after all others, from `failed`, so
 * that no message crashes a third reader.
 */
async function readBounceFolder(folder: string, taker: MessageTaker): Promise<void> {
  const left: unknown[] = []
  for (const { path, again } of (await messageFiles(folder)).slice(0, MOST_IN_LOOK)) {
    const name = basename(path)
    try {
      const held = await moveInto(folder, again ? 'failed' : 'reading', path)
      try {
        await taker.take(await bytesOf(held), { name, again })
        await rm(held, { force: true })
      } catch (error) {
        if (!(error instanceof BrokenMessage)) {
          await rename(held, path)
          throw error
        }
        if (!again) await moveInto(folder, 'failed', held)
        taker.reject(name)
      }
    } catch (error) {
      // Another scheduler reads the same folder and was first.
      if (!isMissing(error)) left.push(error)
    }
  }
  if (left.length > 0) throw left[0]
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
const isMissing = (error: unknown) => codeOf(error) === 'ENOENT'

async function bytesOf(path: string): Promise<Uint8Array> {
  if ((await lstat(path)).size > MOST_BYTES) throw new BrokenMessage('too large')
  return readFile(path)
}

async function moveInto(folder: string, part: 'reading' | 'failed', path: string): Promise<string> {
  const moved = join(folder, part, basename(path))
  await mkdir(join(folder, part), { recursive: true, mode: 0o700 })
  await rename(path, moved)
  return moved
}

interface MessageFile {
  readonly path: string
  readonly again: boolean
}

/** A folder with `new` or `cur` is a maildir, in which other files are the mail server's own. */
async function messageFiles(folder: string): Promise<readonly MessageFile[]> {
  const maildir = await Promise.all([filesIn(join(folder, 'new')), filesIn(join(folder, 'cur'))])
  const fresh = maildir.some((part) => part !== null) ? maildir : [await filesIn(folder)]
  const left = await filesIn(join(folder, 'reading'))
  const files = (parts: readonly (readonly string[] | null)[], again: boolean) =>
    parts.flatMap((part) => part ?? []).map((path): MessageFile => ({ path, again }))
  return [...files(fresh, false), ...files([left], true)]
}

/** Regular files, oldest name first, without links and hidden files. Null if the folder does not exist. */
async function filesIn(folder: string): Promise<readonly string[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name))
      .sort()
  } catch (error) {
    // In a plain folder a message may be named `new`.
    if (isMissing(error) || codeOf(error) === 'ENOTDIR') return null
    throw error
  }
}
