import type { ApprovalKind, ApprovalState } from '@wayproof/accounts/approvals/approval'

const kinds: Record<ApprovalKind, string> = {
  'rule-change': 'Rule change',
  questionnaire: 'New questionnaire version',
  language: 'Survey language',
  'closing-date': 'Other closing date',
  appointment: 'Appointment',
  'role-loss': 'Loss of the role of privacy officer',
  'second-factor-reset': 'Second factor reset',
  'second-factor-rule': 'Second factor no longer required',
  organization: 'Organization name or contact',
  'policy-text': 'Approved policy text',
  'wave-opening': 'Opening of a wave',
  'automatic-opening': 'Automatic opening of a wave',
  'smallest-wave': 'Fewer people in the smallest wave',
}

const states: Record<ApprovalState, string> = {
  pending: 'Pending',
  approved: 'Approved',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
}

/** Names of what changes; a setting of the rules has its own name. */
const fields: Readonly<Record<string, string>> = {
  person: 'Person',
  role: 'Role',
  'factor-required': 'Role that needs a second factor',
  'applies-from': 'From',
  document: 'Document',
  exclusion: 'Excluded from the share',
  readmission: 'Included again in the share',
  'closes-on': 'Closing date',
  'opens-on': 'Opens on',
  mode: 'Sample',
  'sample-size': 'Sample size',
  'smallest-wave': 'Smallest wave',
  'imported-by': 'Travelers imported by',
  'largest-domain': 'Travelers of the largest mailbox domain',
  invited: 'Invitations',
  'days-open': 'Days open',
  questionnaire: 'Questionnaire version',
  improvement: 'Improvement that the invitation mentions',
  version: 'Version',
  language: 'Language',
  text: 'Text',
  'name-zh': 'Chinese name',
  'name-en': 'English name',
  contact: 'Contact address',
}

export const approvals = {
  title: 'Approvals',
  lead: 'Some changes need two people: one asks, another approves. Nobody approves what they asked for.',
  kinds,
  states,
  fields,
  none: '–',
  atOnce: 'at once',
  becomes: (before: string, after: string) => `${before} → ${after}`,
  removed: 'account removed',
  waiting: {
    title: 'Waiting for your approval',
    none: 'Nothing is waiting for your approval.',
    all: 'All approvals',
  },
  takenOut: (count: number) =>
    count === 1
      ? '1 record taken out by one person still counts'
      : `${count} records taken out by one person still count`,
  others: {
    title: 'Waiting for others',
    none: 'Nothing is waiting for others.',
  },
  decided: {
    title: 'Decided',
    none: 'Nothing has been decided yet.',
  },
  askedBy: (name: string, day: string) => `Asked for by ${name} on ${day}`,
  until: (day: string) => `Expires on ${day}`,
  reason: (reason: string) => `Reason: ${reason}`,
  approvers: (names: string) => `Can be approved by ${names}.`,
  nobody: 'Nobody can approve this yet. Invite a second privacy officer under People.',
  decidedBy: (state: string, name: string, day: string) => `${state} by ${name} on ${day}`,
  decidedOn: (state: string, day: string) => `${state} on ${day}`,
  lines: (count: number) => (count === 1 ? 'Show 1 line' : `Show ${count} lines`),
  read: 'I have read every line.',
  promises: (count: number, confirmed: number) =>
    `${count === 1 ? '1 line makes a promise' : `${count} lines make promises`} about privacy: ${confirmed} confirmed`,
  promise: 'This translation promises the same as the original.',
  approve: {
    action: 'Approve',
    title: 'Approve this change?',
    text: 'The change takes effect now. Your name and the time are kept in the audit log.',
  },
  decline: {
    action: 'Decline',
    title: 'Decline this change?',
    text: 'Nothing changes. The person who asked is told.',
  },
  withdraw: {
    action: 'Withdraw',
    title: 'Withdraw this change?',
    text: 'Nothing changes. You can ask again later.',
  },
  asked: 'Asked. Another person must approve this before it takes effect.',
  letter: {
    kicker: 'Approval',
    asked: {
      subject: (kind: string) => `Your approval is needed: ${kind}`,
      headline: (name: string, kind: string) => `${name} asks for your approval: ${kind}`,
      next: (day: string) => `Nothing changes unless someone approves it by ${day}.`,
      button: 'Review',
      reader: 'You are receiving this because you can approve this change.',
    },
    decided: {
      subject: (kind: string, state: string) => `${state}: ${kind}`,
      headline: (kind: string, state: string) => `${kind}: ${state}`,
      approved: (name: string) => `${name} approved the change. It has taken effect.`,
      declined: (name: string) => `${name} declined the change. Nothing changed.`,
      expired: 'Nobody approved the change in time. Nothing changed. You can ask again.',
      button: 'Show approvals',
      reader: 'You are receiving this because you asked for this change.',
    },
    changes: 'What changes',
    sentences: (count: number) => `${count === 1 ? '1 sentence' : `${count} sentences`} that travelers read`,
    more: (count: number) => `and ${count} more`,
  },
}
