/** Sample data in an installation that has no records yet. */
export const sampleData = {
  title: 'Look around with sample data',
  text: 'A made-up travel company fills the registers, two waves and the deadlines. No email about it is sent.',
  stays: 'Accounts and settings stay. Your own records can be entered once the sample data is removed.',
  load: 'Load sample data',
  begins: 'Loading sample data.',
  loading: (done: number, all: number) => `Loading sample data: step ${done} of ${all}.`,
  elsewhere: 'Another officer is loading the sample data.',
  leftOver: 'Loading sample data stopped early. Load it again, or remove what is left.',
  first: {
    title: 'Remove the sample data?',
    text: 'All of it goes: records, waves, requests, the meeting and the actions. Your accounts and settings stay.',
    action: 'Continue',
  },
  second: {
    title: 'Remove it now?',
    text: 'This cannot be undone. Sample data can be loaded again as long as there are no other records.',
    action: 'Remove sample data',
  },
}
