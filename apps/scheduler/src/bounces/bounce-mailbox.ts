import type { FetchMessageObject, ImapFlow, ImapFlowError, SearchObject } from 'imapflow'
import {
  type BounceSource,
  BrokenMessage,
  MOST_BYTES,
  MOST_IN_LOOK,
  type SourceLook,
  type TakeMessage,
} from './bounce-source.ts'
import type { MailboxPlace } from './mailbox-place.ts'

/** Providers shut out whoever asks more often. */
const LOOK_EVERY_MS = 30_000
/** A password that is wrong is not tried until the account is locked. */
const LONGEST_MS = 3_600_000
/** How long a look may go on when the scheduler ends. */
const GRACE_MS = 2000
const CONNECT_MS = 20_000
/** Longer than the time between two looks, in which the connection stays open. */
const SILENCE_MS = 2 * LOOK_EVERY_MS

export interface MailboxChoices {
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds between two looks. */
  readonly every?: number
}

/** A mailbox on a mail server, read over IMAP through one connection that is kept from look to look. */
export function bounceMailbox(place: MailboxPlace, { sleep, every = LOOK_EVERY_MS }: MailboxChoices): BounceSource {
  let kept: ImapFlow | null = null
  const close = () => {
    kept?.close()
    kept = null
  }
  return {
    kind: 'mailbox',
    place: `${place.host}:${place.port}`,
    every,
    longest: LONGEST_MS,
    async look(take, signal) {
      let looking = true
      // The message in hands is finished, if the server lets it.
      const end = async () => {
        await sleep(GRACE_MS)
        if (looking) close()
      }
      signal.addEventListener('abort', end)
      try {
        if (!kept?.usable) {
          kept = await clientOf(place)
          await kept.connect()
        }
        const lock = await kept.getMailboxLock([...place.folder])
        try {
          return await readMailbox(kept, take, signal)
        } finally {
          lock.release()
        }
      } catch (error) {
        // In what state the connection is, is not known; a fresh one is certain.
        close()
        if (signal.aborted) return { taken: 0, failed: [] }
        throw inPlainWords(error)
      } finally {
        signal.removeEventListener('abort', end)
        looking = false
      }
    },
    async close() {
      await kept?.logout().catch(() => undefined)
      close()
    },
  }
}

async function clientOf({ host, port, encryption, user, password }: MailboxPlace): Promise<ImapFlow> {
  // Loaded with the first look: most schedulers read no mailbox.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host,
    port,
    secure: encryption === 'tls',
    doSTARTTLS: encryption === 'tls' ? undefined : encryption === 'starttls',
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  })
  // A connection that breaks between two looks is found unusable by the next.
  client.on('error', () => undefined)
  return client
}

/** What an operator can mend is said so; by the server's codes, since its sentences may name the mailbox. */
function inPlainWords(error: unknown): unknown {
  const { authenticationFailed, mailboxMissing, serverResponseCode } = error as ImapFlowError
  const code = serverResponseCode ? ` (${serverResponseCode})` : ''
  if (authenticationFailed) return new Error(`the mail server refused the name or the password${code}`)
  return mailboxMissing ? new Error(`the mailbox has no such folder${code}`) : error
}

/**
 * While a message is read it bears `\Flagged`, without `\Seen`. What is found so, its reader has died of: it is read after
 * all others, and bears both meanwhile, so that no message kills a third reader. What bears both is for people to look at:
 * it is no message, or it names no letter of ours, and a mailbox may be somebody's own after all. Reports are deleted, since
 * they quote the link of their letter. Two readers may meet at one message: a report that comes again changes nothing.
 */
async function readMailbox(client: ImapFlow, take: TakeMessage, signal: AbortSignal): Promise<SourceLook> {
  const failed: string[] = []
  const left: unknown[] = []
  let taken = 0
  for (const message of await messagesIn(client)) {
    if (signal.aborted) break
    const { name, again } = message
    await message.hold()
    try {
      const raw = await message.bytes()
      // Another reader was first.
      if (raw === null) continue
      const report = await take(raw, { name, again })
      await (report === 'unrelated' ? message.setAside() : message.remove())
      taken += 1
    } catch (error) {
      if (error instanceof BrokenMessage) {
        await message.setAside()
        failed.push(name)
      } else {
        await message.putBack()
        left.push(error)
      }
    }
  }
  if (left.length > 0) throw left[0]
  return { taken, failed }
}

const FLAGGED = '\\Flagged'
const SEEN = '\\Seen'

async function messagesIn(client: ImapFlow) {
  // Only now the server tells what has come in.
  await client.noop()
  const find = async (flags: SearchObject) => (await client.search(flags, byUid)) || []
  const fresh = await find({ flagged: false, deleted: false })
  // Some of them may be marked as deleted already: to delete takes the server two commands.
  const left = await find({ flagged: true, seen: false })
  const uids = [...fresh, ...left].slice(0, MOST_IN_LOOK)
  if (uids.length === 0) return []
  const found = new Map<number, FetchMessageObject>()
  for (const one of await client.fetchAll(uids.join(), { flags: true, size: true }, byUid)) found.set(one.uid, one)
  const stillBorne = new Set(left)
  return uids.flatMap((uid) => {
    const one = found.get(uid)
    return one ? [messageOf(client, one, stillBorne.has(uid))] : []
  })
}

const byUid = { uid: true } as const

/** What is done to one message. Throws where the server does not do it. */
function messageOf(client: ImapFlow, { uid, size = 0, flags }: FetchMessageObject, again: boolean) {
  const range = `${uid}`
  const wasSeen = flags?.has(SEEN) ?? false
  const did = (well: boolean) => {
    if (!well) throw new Error(`the mail server did not let message ${uid} be changed`)
  }
  const add = async (flag: string) => did(await client.messageFlagsAdd(range, [flag], byUid))
  const take = async (flag: string) => did(await client.messageFlagsRemove(range, [flag], byUid))
  return {
    name: range,
    again,
    async hold() {
      if (again) return add(SEEN)
      if (wasSeen) await take(SEEN)
      await add(FLAGGED)
    },
    async putBack() {
      if (again) await take(SEEN)
      else if (wasSeen) await add(SEEN)
      await take(FLAGGED)
    },
    setAside: () => add(SEEN),
    remove: async () => did(await client.messageDelete(range, byUid)),
    /** Null when it is gone. Throws BrokenMessage. */
    async bytes() {
      if (size > MOST_BYTES) throw new BrokenMessage('too large')
      const found = await client.fetchOne(range, { source: true }, byUid)
      return found ? (found.source ?? null) : null
    },
  }
}
