import { refusal } from '@wayproof/letters/testing/sink-server'
import { test } from 'vitest'
import { expectHealing, HOUR } from './opened-wave.ts'

const DAY = 24 * HOUR

test.each([
  ['refuses every letter for now', refusal(451, '4.3.0 try again later'), 3 * DAY],
  ['says that our mail is not authenticated', refusal(550, '5.7.26 unauthenticated: DMARC policy'), 3 * DAY],
  ['closes each session', refusal(421, '4.3.2 shutting down'), DAY],
])('after a mail server %s for days, every letter goes within 10 minutes of the repair', (_, reply, away) =>
  expectHealing(reply, away),
)
