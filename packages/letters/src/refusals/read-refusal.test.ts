import { isDead, REFUSAL_CAUSES, type RefusalCause } from '@wayproof/journal/outbox/refusal-cause'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRefusal, statusCause } from './read-refusal.ts'

/** Replies of real servers, one table per cause so that a gap is visible. */
const SAYINGS: Readonly<Record<RefusalCause, readonly string[]>> = {
  'no-mailbox': [
    '550 5.1.1 <ann@traveler.example>: Recipient address rejected: User unknown in virtual mailbox table',
    '550 5.1.1 User unknown',
    '550 <ann@traveler.example>: Recipient address rejected: User unknown in relay recipient table',
    "550-5.1.1 The email account that you tried to reach does not\n550-5.1.1 exist. Please try double-checking the recipient's email address\n550 5.1.1 for typos. https://support.example/answer/6596",
    '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302)',
    '550 Requested action not taken: mailbox unavailable',
    '550 5.4.1 Recipient address rejected: Access denied. [mx.protection.example]',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ann@traveler.example not found by SMTP address lookup',
    "554 delivery error: dd This user doesn't have a traveler.example account (ann@traveler.example) [0] - mta1.mail.example",
    '552 1 Requested mail action aborted, mailbox not found',
    '550 Mailbox not found. http://service.mail.example/cgi-bin/help?subtype=1&no=1000728',
    '550 The recipient may contain a non-existent account, please check the recipient address.',
    '550 User not found: ann@traveler.example',
    '550 no such user here',
    '550 sorry, no mailbox here by that name (#5.1.1)',
    '550 #5.1.0 Address rejected.',
    '550 5.1.1 unknown or illegal alias: ann@traveler.example',
    '511 sorry, no mailbox here by that name',
    '550 Unknown local part ann in <ann@traveler.example>',
    '550 No Such User Here',
    '550 ann@traveler.example... No such user',
    '551 User not local or invalid address - Relay denied'.replace(' - Relay denied', ''),
    '550 Invalid recipient: <ann@traveler.example>',
    '553 sorry, badrcptto (#5.1.1)',
    '550 收件人不存在',
    '550 用户不存在',
    '550 该邮箱不存在',
    '550 Empfänger unbekannt',
    "550 Adresse inconnue, l'utilisateur n'existe pas",
    '550 El usuario no existe',
    '550 Пользователь не найден',
    '550 宛先が存在しません',
    'User ann (ann@traveler.example) not listed in Domino Directory',
    'The recipient name is not recognized',
    'unknown user: "ann"',
  ],
  'no-domain': [
    '5.1.2 The recipient address has an unknown domain',
    '550 5.1.2 Host unknown (Name server: traveler.example: host not found)'.replace('Name server', 'Lookup of'),
    'Host or domain name not found. Name service error for name=traveler.example type=AAAA: Host not found',
    "DNS Error: DNS type 'mx' lookup of traveler.example responded with code NXDOMAIN",
    'The domain traveler.example does not accept mail (nullMX)',
    'Unrouteable address',
    '550 5.4.4 Invalid domain name',
    '域名不存在',
  ],
  'mailbox-disabled': [
    '550 5.2.1 The email account that you tried to reach is disabled.',
    '554 Sorry your message cannot be delivered. This account has been disabled or discontinued [#101].',
    '550 5.2.1 <ann@traveler.example>: mailbox is inactive',
    '550 This mailbox is no longer in use',
    '550 User no longer on server: ann@traveler.example',
    '550 该用户已注销',
    '550 收件人邮箱已停用',
  ],
  'mailbox-suspended': [
    '550 User suspended: http://mail.example/help/help_spam_16.htm',
    '550 5.1.1 This account is locked',
    '550 邮箱已被冻结',
  ],
  'mailbox-full': [
    '552 5.2.2 Mailbox full',
    '550 5.1.1 User over quota. (#5.1.1)',
    '552-5.2.2 The email account that you tried to reach is over quota and inactive.',
    '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded',
    "550 5.1.1 The user's mailbox is full",
    '550 5.1.1 Quota exceeded for ann@traveler.example',
    '552 Requested mail action aborted: exceeded storage allocation',
    '550 Mailbox has exceeded the limit',
    '550 收件人邮箱已满',
    '552 邮箱空间不足',
    '550 Das Postfach ist voll',
  ],
  'rate-limited': [
    '550 Ip frequency limited [qbx7Qw Ip 192.0.2.22]. http://service.mail.example/cgi-bin/help?no=1000725',
    '550 Domain frequency limited [traveler.example]',
    '550 Sender frequency limited',
    '550 Connection frequency limited',
    '550 Connection denied',
    '450 4.2.1 The user you are trying to contact is receiving mail too quickly.',
    '550 5.4.5 Daily sending limit exceeded',
    '421 4.7.0 Too many connections from your IP',
    '451 4.7.1 Sender rate limit reached',
    '550 发送频率过高，请稍后再试',
  ],
  sender: [
    '550 5.1.8 <a@faraway.example>: Sender address rejected: Domain not found',
    '553 5.1.7 The sender address is not valid',
    '550 5.1.1 Sender address rejected: user unknown',
    '550 5.1.0 <a@faraway.example> sender rejected',
    '550 Sender verify failed',
    '553 sorry, your envelope sender is in my badmailfrom list',
    '550 5.1.8 Access denied, bad outbound sender'.replace('Access denied, ', ''),
    '501 MAIL FROM: domain does not resolve',
    '553 发件人地址不存在',
  ],
  policy: [
    '550 SPF check failed',
    '550 DMARC check failed. http://service.mail.example/cgi-bin/help?id=20022',
    '550 Suspected spam ip',
    '550 Mail content denied. http://service.mail.example/cgi-bin/help?no=1000726',
    '550 Mail is rejected by recipients',
    '550 Mailbox unavailable or access denied [MABfOU IP: 192.0.2.7]',
    '554 DT:SPM 163 mx9,PsCowEDpRDW+zyNU 1411630334',
    '554 IP in blacklist',
    '550 RP:QRC 192.0.2.4',
    '421 HL:REP 163 mx1'.replace('421', '554'),
    '550 5.7.1 message rejected as spam by sina',
    '550 5.1.1 rejected due to local policy',
    '550 5.7.1 Unauthenticated email from faraway.example is not accepted due to domain DMARC policy',
    '550-5.7.26 This mail has been blocked because the sender is unauthenticated.'.replace('the sender', 'it'),
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example',
    '550 5.7.1 Unable to relay for ann@traveler.example',
    '550 relaying denied',
    '553 sorry, that domain is not in my list of allowed rcpthosts (#5.7.1)',
    '554 5.7.1 <ann@traveler.example>: Recipient address rejected: Access denied',
    '550 5.7.1 Recipient not authorized, your IP has been found on a block list',
    '550 5.1.1 they are not accepting mail from you',
    '550 因反垃圾策略被拒绝',
    '554 邮件被列入黑名单',
  ],
  message: [
    '552 5.3.4 Message size exceeds fixed maximum message size',
    '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
    '550 5.1.1 Message too large',
    '554 5.6.0 corrupt',
    '552 邮件过大',
  ],
  network: [
    '554 5.4.6 Too many hops',
    '550 5.4.7 Delivery expired',
    'connect to mx.traveler.example[192.0.2.1]:25: Connection timed out',
    '550 5.1.1 Recipient temporarily unavailable, try again later',
    '451 4.3.0 Temporary lookup failure',
    'mail for traveler.example loops back to myself',
    '450 4.7.1 Greylisted',
    'Name service error for name=traveler.example type=MX: Host not found, try again',
  ],
  unclear: [
    '550 5.0.0 no',
    '554 Transaction failed',
    '550 Requested action not taken',
    '5.5.0 smtp',
    '550 5.3.0 Refused',
  ],
}

describe.each(REFUSAL_CAUSES)('a server that says %s', (cause) => {
  it.each(SAYINGS[cause])('in %j', (words) => {
    const refusal = readRefusal(words)
    expect(refusal?.cause).toBe(cause)
    // A temporary refusal is never hard, whatever it names.
    expect(refusal?.kind).toBe(isDead(cause) && !/^4/.test(words) ? 'hard' : 'soft')
  })

  it('is read alike under the general codes that reports put beside it', () => {
    for (const words of SAYINGS[cause]) {
      for (const status of ['5.0.0', '5.5.0', '5.3.0']) expect(readRefusal(words, status)?.cause).toBe(cause)
    }
  })
})

it('never takes an address for dead that a server blames on the sender, the letter or the moment, under any code', () => {
  const soft = REFUSAL_CAUSES.filter((cause) => !isDead(cause) && cause !== 'unclear').flatMap(
    (cause) => SAYINGS[cause],
  )
  const statuses = ['5.1.0', '5.1.1', '5.1.2', '5.1.10', '5.2.1', '5.4.4', '5.0.0', '5.7.1', null]
  fc.assert(
    fc.property(fc.constantFrom(...soft), fc.constantFrom(...statuses), fc.boolean(), (words, status, upper) => {
      expect(readRefusal(upper ? words.toUpperCase() : words, status)?.kind).toBe('soft')
    }),
    { numRuns: 2000 },
  )
})

it('never takes an address for dead while a server answers that it may pass later', () => {
  const all = REFUSAL_CAUSES.flatMap((cause) => SAYINGS[cause])
  for (const words of all) {
    expect(readRefusal(`450 4.2.0 ${words.replace(/^\d{3}[- ]/, '')}`)?.kind).toBe('soft')
  }
})

it('reads codes where only servers write them', () => {
  for (const words of [
    'Exim 4.80',
    'Postfix 3.5.1.1',
    'version 5.1.1 of it',
    'at 192.5.1.1',
    'SMTPD32-5.1.1 said so',
    'hello',
  ])
    expect(readRefusal(words), words).toBeNull()
  for (const words of [
    '5.1.1 no',
    '(#5.1.1)',
    '[5.1.1] no',
    '550 5.1.1',
    '550-5.1.1 no',
    '550 #5.1.1 no',
    'Status: 5.1.1',
  ])
    expect(readRefusal(words)?.kind, words).toBe('hard')
})

it('ignores addresses and links, which say what their owner likes', () => {
  const refusal = readRefusal(
    '550 5.1.1 <spam-policy@blocked.example> unknown user https://quota.example/mailbox-full?why=sender',
  )
  expect(refusal).toEqual({ kind: 'hard', cause: 'no-mailbox' })
})

it('gives every enhanced code one cause, and calls dead only what names the recipient', () => {
  for (let subject = 0; subject < 10; subject += 1) {
    for (let detail = 0; detail < 30; detail += 1) {
      const cause = statusCause(`5.${subject}.${detail}`)
      expect(REFUSAL_CAUSES).toContain(cause)
      if (isDead(cause))
        expect(['1.0', '1.1', '1.2', '1.3', '1.6', '1.10', '2.1', '4.4']).toContain(`${subject}.${detail}`)
    }
  }
})
