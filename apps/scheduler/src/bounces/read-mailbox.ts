import { MAX_BYTES } from '@wayproof/letters/mailbox/mailbox-client'
import type { FetchMessageObject, ImapFlow, SearchObject } from 'imapflow'
import { BrokenMessage, MAX_MESSAGES_PER_READ, type MessageHandler } from './bounce-source.ts'

/** Number of messages that one command marks and deletes; on some servers each takes longer, the more there are. */
const BATCH = 20

/** A reader's state between two reads of a mailbox. */
export interface Reading {
  /** Messages that this process has marked as being read and not yet released. */
  readonly inFlight: Set<number>
}

interface Unread extends MailboxMessage {
  /** A previous reader crashed while handling this message. */
  readonly isRetry: boolean
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
  handler: MessageHandler,
  { inFlight }: Reading,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  // The connection broke while they were in progress; no reader crashed.
  await removeFlag(client, [...inFlight], '\\Seen')
  await finishDeleting(client)
  const unread = (await unreadMessages(client)).map((message) => ({
    ...message,
    isRetry: message.flagged && !inFlight.has(message.uid),
  }))
  const errors: unknown[] = []
  for (const batch of batchesOf(unread)) {
    if (signal.aborted) break
    errors.push(...(await readBatch({ client, handler, inFlight }, batch)))
  }
  return errors
}

/** A message that may have crashed its reader is marked alone, so that no other is suspected with it. */
function batchesOf(unread: readonly Unread[]): readonly (readonly Unread[])[] {
  const newMessages = unread.filter(({ isRetry }) => !isRetry)
  return [
    ...Array.from({ length: Math.ceil(newMessages.length / BATCH) }, (_, n) =>
      newMessages.slice(n * BATCH, (n + 1) * BATCH),
    ),
    ...unread.filter(({ isRetry }) => isRetry).map((message) => [message]),
  ]
}

interface MailboxReader {
  readonly client: ImapFlow
  readonly handler: MessageHandler
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
    for (const message of batch) errors.push(...(await readBatch(reader, [message])))
    return errors
  }
}

async function readTogether(
  { client, handler, inFlight }: MailboxReader,
  batch: readonly Unread[],
): Promise<readonly unknown[]> {
  const errors: unknown[] = []
  const small = batch.filter(({ size }) => size <= MAX_BYTES).map(uidOf)
  // Fetched before they are marked, so that no mark stays on a message that the server does not send.
  const raw = await bytesOf(client, small)
  const missingUids = await stillThere(
    client,
    small.filter((uid) => !raw.has(uid)),
  )
  for (const uid of missingUids) errors.push(new Error(`the mail server did not give message ${uid}`))
  const heldMessages = batch.filter(({ uid, size }) => raw.has(uid) || size > MAX_BYTES)
  for (const { uid } of heldMessages) inFlight.add(uid)
  await hold(client, heldMessages)

  const doneUids: number[] = []
  const skippedUids: number[] = []
  const back: Unread[] = []
  for (const message of heldMessages) {
    try {
      const report = await handleMessage(handler, raw.get(message.uid), message)
      ;(report === 'unrelated' ? skippedUids : doneUids).push(message.uid)
    } catch (error) {
      if (error instanceof BrokenMessage) {
        handler.reject(`${message.uid}`)
        skippedUids.push(message.uid)
      } else {
        errors.push(error)
        back.push(message)
      }
    }
  }
  await addFlag(client, skippedUids, '\\Seen')
  await putBack(client, back)
  await deleteMessages(client, doneUids)
  for (const { uid } of heldMessages) inFlight.delete(uid)
  return errors
}

const uidOf = ({ uid }: MailboxMessage) => uid

function handleMessage(handler: MessageHandler, raw: Uint8Array | undefined, { uid, isRetry }: Unread) {
  if (raw === undefined) throw new BrokenMessage('too large')
  return handler.take(raw, { name: `${uid}`, isRetry })
}

async function hold(client: ImapFlow, messages: readonly Unread[]): Promise<void> {
  const newMessages = messages.filter(({ isRetry }) => !isRetry)
  await removeFlag(client, newMessages.filter(({ seen }) => seen).map(uidOf), '\\Seen')
  await addFlag(client, newMessages.map(uidOf), '\\Flagged')
  await addFlag(client, messages.filter(({ isRetry }) => isRetry).map(uidOf), '\\Seen')
}

async function putBack(client: ImapFlow, messages: readonly Unread[]): Promise<void> {
  await removeFlag(client, messages.filter(({ isRetry }) => isRetry).map(uidOf), '\\Seen')
  await removeFlag(client, messages.map(uidOf), '\\Flagged')
  // Set last, because both flags leave the message to the operator.
  await addFlag(client, messages.filter(({ isRetry, seen }) => !isRetry && seen).map(uidOf), '\\Seen')
}

// Requests to a mail server that throw on a refusal; the library returns some refusals as results.

interface MailboxMessage {
  readonly uid: number
  /** In bytes, according to the server. */
  readonly size: number
  readonly seen: boolean
  readonly flagged: boolean
}

type Flag = '\\Flagged' | '\\Seen'

const byUid = { uid: true } as const

async function search(client: ImapFlow, query: SearchObject): Promise<readonly number[]> {
  const uids = await client.search(query, byUid)
  if (!uids) throw new Error('the mail server did not search the mailbox')
  return uids
}

/** Deletes messages that were read but only marked as deleted, because the server needs two commands. */
async function finishDeleting(client: ImapFlow): Promise<void> {
  const marked = await search(client, { flagged: true, deleted: true })
  await deleteMessages(client, marked.slice(0, MAX_MESSAGES_PER_READ))
}

/** Messages without a flag, then those that are flagged and not seen; at most MAX_MESSAGES_PER_READ. */
async function unreadMessages(client: ImapFlow): Promise<readonly MailboxMessage[]> {
  // The server reports new messages only after this command.
  await client.noop()
  const newUids = await search(client, { flagged: false, deleted: false })
  const heldUids = await search(client, { flagged: true, seen: false, deleted: false })
  const uids = [...newUids, ...heldUids].slice(0, MAX_MESSAGES_PER_READ)
  const messages = await fetchMessages(client, uids, { flags: true, size: true })
  if (uids.length > 0 && messages.size === 0 && (await stillThere(client, uids)).length > 0)
    throw new Error('the mail server tells nothing of the messages it found')
  return uids.flatMap((uid) => {
    const message = messages.get(uid)
    const has = (flag: Flag) => message?.flags?.has(flag) ?? false
    return message ? [{ uid, size: message.size ?? 0, seen: has('\\Seen'), flagged: has('\\Flagged') }] : []
  })
}

/** The bytes of messages; none for those that are gone, or that the server refuses to send. */
async function bytesOf(client: ImapFlow, uids: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
  const messages = await fetchMessages(client, uids, { source: { start: 0, maxLength: MAX_BYTES } })
  return new Map([...messages].flatMap(([uid, { source }]) => (source ? [[uid, source] as const] : [])))
}

const stillThere = async (client: ImapFlow, uids: readonly number[]): Promise<readonly number[]> =>
  uids.length === 0 ? [] : search(client, { uid: uids.join() })

async function fetchMessages(client: ImapFlow, uids: readonly number[], query: Parameters<ImapFlow['fetch']>[1]) {
  const messages = new Map<number, FetchMessageObject>()
  if (uids.length === 0) return messages
  // A server may report a message again when its flags change.
  let rows = 20 * MAX_MESSAGES_PER_READ
  for await (const message of client.fetch(uids.join(), query, byUid)) {
    rows -= 1
    if (rows < 0) throw new Error('the mail server tells of more messages than it was asked for')
    messages.set(message.uid, message)
  }
  return messages
}

async function addFlag(client: ImapFlow, uids: readonly number[], flag: Flag): Promise<void> {
  if (uids.length > 0) did(await client.messageFlagsAdd(uids.join(), [flag], byUid), uids)
}

async function removeFlag(client: ImapFlow, uids: readonly number[], flag: Flag): Promise<void> {
  if (uids.length > 0) did(await client.messageFlagsRemove(uids.join(), [flag], byUid), uids)
}

async function deleteMessages(client: ImapFlow, uids: readonly number[]): Promise<void> {
  if (uids.length > 0) did(await client.messageDelete(uids.join(), byUid), uids)
}

function did(hasWorked: boolean, uids: readonly number[]): void {
  if (!hasWorked)
    throw new Error(`the mail server did not let ${uids.length === 1 ? `message ${uids}` : 'messages'} be changed`)
}
