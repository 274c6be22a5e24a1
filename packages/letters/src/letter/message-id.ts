import type { Id } from '@wayproof/kernel/id'

/** Same for every attempt, so that a mailbox recognizes a repeat. `sender` is the address in From. */
export const messageId = (letterId: Id, sender: string): string =>
  `<${letterId}@${sender.slice(sender.lastIndexOf('@') + 1)}>`
