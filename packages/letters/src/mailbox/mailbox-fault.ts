import type { ImapFlowError } from 'imapflow'

/** Names faults that an operator can fix, by the server's codes, because its sentences may contain the mailbox. */
export function mailboxFault(error: unknown): string {
  const { authenticationFailed, mailboxMissing, serverResponseCode = '', message } = error as ImapFlowError
  const code = /^[A-Z-]{1,40}$/.test(serverResponseCode) ? ` (${serverResponseCode})` : ''
  if (authenticationFailed) return `the mail server refused the name or the password${code}`
  return mailboxMissing ? `the mailbox has no such folder${code}` : `${message}${code}`
}
