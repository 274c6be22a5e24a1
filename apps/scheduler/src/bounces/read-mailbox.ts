import type { ImapFlow } from 'imapflow'
import { BrokenMessage, type MessageTaker, MOST_BYTES } from './bounce-source.ts'
import {
  addFlag,
  bytesOf,
  deleteMessages,
  finishDeleting,
  type MailboxMessage,
  removeFlag,
  stillThere,
  unreadMessages,
} from './mailbox-messages.ts'

/** Number of messages that one command marks and deletes; on some servers each takes longer, the more there are. */
const BATCH = 20

/** A reader's state between two reads of a mailbox. */
export interface Reading {
  /** Messages that this process has marked as being read and not yet released. */
  readonly inFlight: Set<number>
}

interface Unread extends MailboxMessage {
  /** A previous reader crashed while handling this message. */
  readonly again: boolean
}

/**
 * Reads the selected mailbox and resolves to the faults of single messages. Throws if the server violates the protocol.
 * A message being read has `\Flagged` without `\Seen`. One found so by another process crashed its reader: it is read
 * after all others and has both flags, so that no message crashes a third reader. A message with both flags is left for
 * the operator: it is no message or does not concern a letter of ours, and the mailbox may be a person's own.
 * Everything else is deleted, because it may quote the link of its letter. Two readers may process one message: a
 * repeated report changes nothing.
 */
export async function readMailbox(
  client: ImapFlow,
  taker: MessageTaker,
  { inFlight }: Reading,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  // The connection broke while they were in progress; no reader crashed.
  await removeFlag(client, [...inFlight], '\\Seen')
  await finishDeleting(client)
  const unread = (await unreadMessages(client)).map((one) => ({ ...one, again: one.flagged && !inFlight.has(one.uid) }))
  const errors: unknown[] = []
  for (const batch of batchesOf(unread)) {
    if (signal.aborted) break
    errors.push(...(await readBatch({ client, taker, inFlight }, batch)))
  }
  return errors
}

/** A message that may have crashed its reader is marked alone, so that no other is suspected with it. */
function batchesOf(unread: readonly Unread[]): readonly (readonly Unread[])[] {
  const fresh = unread.filter(({ again }) => !again)
  return [
    ...Array.from({ length: Math.ceil(fresh.length / BATCH) }, (_, n) => fresh.slice(n * BATCH, (n + 1) * BATCH)),
    ...unread.filter(({ again }) => again).map((one) => [one]),
  ]
}

interface MailboxReader {
  readonly client: ImapFlow
  readonly taker: MessageTaker
  readonly inFlight: Set<number>
}

/** If a server refuses a command for several messages, each is tried alone. */
async function readBatch(reader: MailboxReader, batch: readonly Unread[]): Promise<readonly unknown[]> {
  try {
    return await readTogether(reader, batch)
  } catch (error) {
    if (!reader.client.usable) throw error
    if (batch.length === 1) return [error]
    const errors: unknown[] = []
    for (const one of batch) errors.push(...(await readBatch(reader, [one])))
    return errors
  }
}

async function readTogether(
  { client, taker, inFlight }: MailboxReader,
  batch: readonly Unread[],
): Promise<readonly unknown[]> {
  const errors: unknown[] = []
  const small = batch.filter(({ size }) => size <= MOST_BYTES).map(uidOf)
  // Fetched before they are marked, so that no mark stays on a message that the server does not send.
  const raw = await bytesOf(client, small)
  const missing = await stillThere(
    client,
    small.filter((uid) => !raw.has(uid)),
  )
  for (const uid of missing) errors.push(new Error(`the mail server did not give message ${uid}`))
  const held = batch.filter(({ uid, size }) => raw.has(uid) || size > MOST_BYTES)
  for (const { uid } of held) inFlight.add(uid)
  await hold(client, held)

  const done: number[] = []
  const aside: number[] = []
  const back: Unread[] = []
  for (const one of held) {
    try {
      const report = await taken(taker, raw.get(one.uid), one)
      ;(report === 'unrelated' ? aside : done).push(one.uid)
    } catch (error) {
      if (error instanceof BrokenMessage) {
        taker.reject(`${one.uid}`)
        aside.push(one.uid)
      } else {
        errors.push(error)
        back.push(one)
      }
    }
  }
  await addFlag(client, aside, '\\Seen')
  await putBack(client, back)
  await deleteMessages(client, done)
  for (const { uid } of held) inFlight.delete(uid)
  return errors
}

const uidOf = ({ uid }: MailboxMessage) => uid

function taken(taker: MessageTaker, raw: Uint8Array | undefined, { uid, again }: Unread) {
  if (raw === undefined) throw new BrokenMessage('too large')
  return taker.take(raw, { name: `${uid}`, again })
}

async function hold(client: ImapFlow, held: readonly Unread[]): Promise<void> {
  const fresh = held.filter(({ again }) => !again)
  await removeFlag(client, fresh.filter(({ seen }) => seen).map(uidOf), '\\Seen')
  await addFlag(client, fresh.map(uidOf), '\\Flagged')
  await addFlag(client, held.filter(({ again }) => again).map(uidOf), '\\Seen')
}

async function putBack(client: ImapFlow, held: readonly Unread[]): Promise<void> {
  await removeFlag(client, held.filter(({ again }) => again).map(uidOf), '\\Seen')
  await removeFlag(client, held.map(uidOf), '\\Flagged')
  // Set last, because both flags leave the message to the operator.
  await addFlag(client, held.filter(({ again, seen }) => !again && seen).map(uidOf), '\\Seen')
}
