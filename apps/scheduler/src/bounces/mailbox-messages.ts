import { MAX_BYTES } from '@wayproof/letters/mailbox/mailbox-client'
import type { FetchMessageObject, ImapFlow, SearchObject } from 'imapflow'
import { MAX_MESSAGES_PER_READ } from './bounce-source.ts'

// Requests to a mail server that throw on a refusal; the library returns some refusals as results.

export interface MailboxMessage {
  readonly uid: number
  /** In bytes, according to the server. */
  readonly size: number
  readonly seen: boolean
  readonly flagged: boolean
}

export type Flag = '\\Flagged' | '\\Seen'

const byUid = { uid: true } as const

async function search(client: ImapFlow, query: SearchObject): Promise<readonly number[]> {
  const uids = await client.search(query, byUid)
  if (!uids) throw new Error('the mail server did not search the mailbox')
  return uids
}

/** Deletes messages that were read but only marked as deleted, because the server needs two commands. */
export async function finishDeleting(client: ImapFlow): Promise<void> {
  const marked = await search(client, { flagged: true, deleted: true })
  await deleteMessages(client, marked.slice(0, MAX_MESSAGES_PER_READ))
}

/** Messages without a flag, then those that are flagged and not seen; at most MAX_MESSAGES_PER_READ. */
export async function unreadMessages(client: ImapFlow): Promise<readonly MailboxMessage[]> {
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
export async function bytesOf(client: ImapFlow, uids: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>> {
  const messages = await fetchMessages(client, uids, { source: { start: 0, maxLength: MAX_BYTES } })
  return new Map([...messages].flatMap(([uid, { source }]) => (source ? [[uid, source] as const] : [])))
}

export const stillThere = async (client: ImapFlow, uids: readonly number[]): Promise<readonly number[]> =>
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

export async function addFlag(client: ImapFlow, uids: readonly number[], flag: Flag): Promise<void> {
  if (uids.length > 0) did(await client.messageFlagsAdd(uids.join(), [flag], byUid), uids)
}

export async function removeFlag(client: ImapFlow, uids: readonly number[], flag: Flag): Promise<void> {
  if (uids.length > 0) did(await client.messageFlagsRemove(uids.join(), [flag], byUid), uids)
}

export async function deleteMessages(client: ImapFlow, uids: readonly number[]): Promise<void> {
  if (uids.length > 0) did(await client.messageDelete(uids.join(), byUid), uids)
}

function did(hasWorked: boolean, uids: readonly number[]): void {
  if (!hasWorked)
    throw new Error(`the mail server did not let ${uids.length === 1 ? `message ${uids}` : 'messages'} be changed`)
}
