export const backups = {
  title: 'Backups',
  last: 'Last backup',
  never: 'No backup yet',
  journal: 'Journal of unsubscribes, erasures and closings',
  folderUnset:
    'BACKUP_DIR is not set: the journal is stored beside the database and would be lost with it. Set it to a folder on another disk.',
  held: (count: number, day: string) =>
    `${count} ${count === 1 ? 'email has' : 'emails have'} been held since the restore on ${day}, because they may already have been sent.`,
  release: 'Send emails',
  drop: 'Discard emails',
  confirmRelease: (count: number) => `Send ${count} held ${count === 1 ? 'email' : 'emails'}?`,
  confirmDrop: (count: number) => `Discard ${count} held ${count === 1 ? 'email' : 'emails'}?`,
  released: 'Some recipients may get an email twice. Suppressed and erased people get none.',
  dropped: 'Recipients who have not received these emails will not get them. This cannot be undone.',
}
