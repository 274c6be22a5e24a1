/** Messages of the web hook, by kind: a count and a day, never a name or a case. */
export const hook = {
  deadlines: (n: number, due: string) =>
    n === 1 ? `1 deadline is near or overdue: ${due}.` : `${n} deadlines are near or overdue, the earliest on ${due}.`,
  'at-once': (n: number, due: string) =>
    n === 1 ? `Act now: 1 duty in hours, due on ${due}.` : `Act now: ${n} duties in hours, the earliest due on ${due}.`,
  goals: (_n: number, _due: string) => 'A goal has changed and stayed so.',
  question: (_n: number, _due: string) => 'A privacy officer has to make a decision.',
  scheduler: (_n: number, _due: string) => 'The scheduler has stopped.',
  'mail-server': (_n: number, _due: string) => 'The mail server does not respond. Emails wait.',
  'bounce-mailbox': (_n: number, _due: string) => 'The mailbox for bounces cannot be read.',
  test: (_n: number, _due: string) => 'This is a test message.',
}
