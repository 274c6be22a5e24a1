import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { MAX_BYTES } from '@wayproof/letters/mailbox/mailbox-client'
import { type BounceSource, BrokenMessage, MAX_MESSAGES_PER_READ, type MessageHandler } from './bounce-source.ts'

const POLL_INTERVAL_MS = 2000

/** A local folder to which bounces are delivered. */
export const bounceFolder = (folder: string): BounceSource => ({
  kind: 'folder',
  place: folder,
  intervalMs: POLL_INTERVAL_MS,
  maxLookMs: POLL_INTERVAL_MS,
  poll: (handler) => readBounceFolder(folder, handler),
  close: async () => undefined,
})

/**
 * Passes every message of a maildir (`new`, `cur`), or of a plain folder, to `handler` and deletes it, because a bounce quotes
 * the link of its letter. Files must be moved in whole, as maildir does. A broken message is moved into the folder `failed`.
 * A message that cannot be processed now stays, the rest is read, and the first error is thrown at the end.
 *
 * A message being read is in `reading`. One found there crashed its reader: it is read after all others, from `failed`, so
 * that no message crashes a third reader.
 */
async function readBounceFolder(folder: string, handler: MessageHandler): Promise<void> {
  const errors: unknown[] = []
  for (const { path, isRetry } of (await messageFiles(folder)).slice(0, MAX_MESSAGES_PER_READ)) {
    const name = basename(path)
    try {
      const heldPath = await moveInto(folder, isRetry ? 'failed' : 'reading', path)
      try {
        await handler.take(await bytesOf(heldPath), { name, isRetry })
        await rm(heldPath, { force: true })
      } catch (error) {
        if (!(error instanceof BrokenMessage)) {
          await rename(heldPath, path)
          throw error
        }
        if (!isRetry) await moveInto(folder, 'failed', heldPath)
        handler.reject(name)
      }
    } catch (error) {
      // Another scheduler reads the same folder and was first.
      if (!isMissing(error)) errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
const isMissing = (error: unknown) => codeOf(error) === 'ENOENT'

async function bytesOf(path: string): Promise<Uint8Array> {
  if ((await lstat(path)).size > MAX_BYTES) throw new BrokenMessage('too large')
  return readFile(path)
}

async function moveInto(folder: string, part: 'reading' | 'failed', path: string): Promise<string> {
  const movedPath = join(folder, part, basename(path))
  await mkdir(join(folder, part), { recursive: true, mode: 0o700 })
  await rename(path, movedPath)
  return movedPath
}

interface MessageFile {
  readonly path: string
  readonly isRetry: boolean
}

/** A folder with `new` or `cur` is a maildir, in which other files are the mail server's own. */
async function messageFiles(folder: string): Promise<readonly MessageFile[]> {
  const maildir = await Promise.all([filesIn(join(folder, 'new')), filesIn(join(folder, 'cur'))])
  const newFiles = maildir.some((part) => part !== null) ? maildir : [await filesIn(folder)]
  const leftFiles = await filesIn(join(folder, 'reading'))
  const files = (folders: readonly (readonly string[] | null)[], isRetry: boolean) =>
    folders.flatMap((part) => part ?? []).map((path): MessageFile => ({ path, isRetry }))
  return [...files(newFiles, false), ...files([leftFiles], true)]
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
