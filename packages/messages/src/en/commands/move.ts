/** Why an installation was not moved: the codes of the store. */
export type MoveFaultCode = 'wave-not-anonymous' | 'apps-running' | 'target-filled'

const faults: Record<MoveFaultCode, (name: string) => string> = {
  'wave-not-anonymous': (wave) =>
    `The survey of the ${wave} is open or not yet anonymized. Nothing was moved. Try again after it has closed.`,
  'apps-running': (database) => `An app uses ${database}. Stop all apps, then run this command again.`,
  'target-filled': (database) =>
    `${database} already contains data. A move needs an empty database. Nothing was moved.`,
}

export const move = {
  faults,
  usage:
    'Usage: wayproof move --to URL [--data FOLDER] [--json]\nMoves the installation to an empty database: postgresql://USER:PASSWORD@HOST:PORT/NAME or file:PATH. Stop all apps first.',
  copying: (from: string, to: string) => `Moving ${from} to ${to}`,
  copied: (table: string, rows: number) => `${table}: ${rows.toLocaleString('en')} rows`,
  moved: (to: string, rows: number) =>
    `Moved ${rows.toLocaleString('en')} rows to ${to}. Each table is the same as before.`,
  resumed: 'An earlier move had copied the rows and was ended too soon. They were compared again.',
  setUrl: 'Set DATABASE_URL to the new database for all apps, then start them. The key file stays the same.',
  destroyFile: (file: string) =>
    `The old database no longer starts. Destroy ${file} and its backups once the apps run on the new one.`,
  dropDatabase: (name: string) =>
    `The old database no longer starts. Drop ${name} on its server once the apps run on the new one, and destroy its backups and archived logs.`,
}
