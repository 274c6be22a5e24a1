import { setTimeout as wait } from 'node:timers/promises'
import type { SmtpSink } from './smtp-sink.ts'

/** The dashboard link that was mailed to `email`; waits up to 30 seconds for the letter. */
export async function invitationLink(sink: SmtpSink, email: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const link = sink.mails
      .filter(({ to }) => to === email)
      .map(({ text }) => /https?:\/\/\S+\/invitation\/[\w-]+/.exec(text)?.[0])
      .find(Boolean)
    if (link) return link
    await wait(100)
  }
  throw new Error(`no invitation reached ${email}`)
}
