export { type FoundMessage, findMessage } from './find-message.ts'
export { MAX_BYTES, mailboxClient } from './mailbox-client.ts'
export { mailboxFault } from './mailbox-fault.ts'
export { type MailboxPlace, mailboxPlace } from './mailbox-place.ts'
