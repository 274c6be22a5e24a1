import type { DecisionChoice } from '@wayproof/scorecard/editions/decision-choice'

const choices: Readonly<Record<DecisionChoice, string>> = {
  approved: 'Approved',
  declined: 'Declined',
  commented: 'Commented',
}

export const decisions = {
  heading: 'Decisions asked of you',
  number: (at: number, all: number) => `Decision ${at} of ${all}`,
  by: (day: string, left: string) => `by ${day} · ${left}`,
  why: (goal: string, brief: string) => `${goal}: ${brief}.`,
  approve: 'Approve',
  decline: 'Decline',
  comment: 'Comment',
  yourComment: 'Your comment',
  tooLong: (most: number) => `Shorten this to ${most} characters.`,
  counted: (n: number, most: number) => `${n} of ${most} characters`,
  saveComment: 'Save comment',
  change: 'Change',
  mine: (choice: DecisionChoice, title: string, day: string) =>
    `You ${choices[choice].toLowerCase()} “${title}” on ${day}.`,
  choices,
  fixed: 'The half-year is frozen, so decisions can no longer change.',
  officers: {
    title: 'Asked of the executives',
    since: (day: string) => `Summary of ${day}`,
    none: 'no decision yet',
  },
}
