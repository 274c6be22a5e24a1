export const backups = {
  title: 'Backups',
  last: 'Last backup',
  never: 'None yet',
  journal: 'Journal of unsubscribes, erasures and closings',
  folderUnset:
    'BACKUP_DIR is not set: the journal is beside the database and would be lost with it. Set it to a folder on another disk.',
  held: (count: number, day: string) =>
    `${count} ${count === 1 ? 'letter is' : 'letters are'} held since the restore on ${day}: they may have gone out already.`,
  release: 'Send letters',
  drop: 'Discard letters',
  confirmRelease: (count: number) => `Send ${count} held ${count === 1 ? 'letter' : 'letters'}?`,
  confirmDrop: (count: number) => `Discard ${count} held ${count === 1 ? 'letter' : 'letters'}?`,
  released: 'Some recipients may get a letter twice. Suppressed and erased people get none.',
  dropped: 'Recipients who have not received these letters will not get them. This cannot be undone.',
}
