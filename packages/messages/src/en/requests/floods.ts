import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const entriesOf = (entries: number) => (entries === 1 ? '1 entry' : `${n(entries)} entries`)
const daysOf = (from: string, to: string) => (from === to ? `on ${from}` : `from ${from} to ${to}`)

/** Many requests or reports that an attacker sent are closed together. */
export const floods = {
  title: 'Flood of messages',
  lead: 'Close many untouched entries together. Those that someone acknowledged, answered, confirmed or continued stay open.',
  from: 'Received from',
  to: 'Received until',
  action: 'Close together',
  none: 'No untouched entry arrived in these days.',
  counted: (entries: number, from: string, to: string) =>
    `${entriesOf(entries)} received ${daysOf(from, to)} ${entries === 1 ? 'is' : 'are'} closed.`,
  most: (entries: number) => `At most ${n(entries)} are closed in one step, the oldest first.`,
  confirmTitle: 'Close these entries together?',
  confirm:
    'Senders read it with their case code, and a new message opens their entry again. You can reopen all of them.',
  done: (entries: number) => `${entriesOf(entries)} closed.`,
  closed: (entries: number, from: string, to: string, closedOn: string) =>
    `Closed on ${closedOn}: ${entriesOf(entries)} received ${daysOf(from, to)}.`,
  reopen: 'Reopen',
  reopenTitle: 'Reopen these entries?',
  reopenConfirm: (entries: number) =>
    `${entriesOf(entries)} ${entries === 1 ? 'is' : 'are'} open again. Deadlines still run from the day of receipt.`,
}
