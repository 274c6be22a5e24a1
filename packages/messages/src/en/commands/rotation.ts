/** Why the key was not rotated: the codes of the store that are not about reading the key file. */
export type RotationFaultCode = 'key-file-read-only' | 'other-generation' | 'wave-not-anonymous' | 'apps-running'

const faults: Record<RotationFaultCode, (detail: string) => string> = {
  'key-file-read-only': (path) =>
    `The key file ${path} is read-only, or a link to a file of another program. Nothing was changed. Make KEY_FILE a file that this command may write, then run it again.`,
  'other-generation': (next) => `The next generation of the key is ${next}. Nothing was changed.`,
  'wave-not-anonymous': (wave) =>
    `The survey of the ${wave} is open or not yet anonymized, and its links would stop working. Nothing was changed. Try again after it has closed.`,
  'apps-running': (database) =>
    `An app uses ${database}. Nothing was changed. Stop all apps, then run this command again.`,
}

/** The command that makes a new generation of the key. */
export const rotation = {
  faults,
  usage:
    'Usage: wayproof rotate-key [--confirm GENERATION] [--data FOLDER] [--json]\nMakes a new generation of the key. Without --confirm it says what will happen and changes nothing. Stop all apps first.',
  warning: (next: number) =>
    [
      `A rotation adds generation ${next} to the key file. From then on:`,
      '- Addresses, contacts and texts are encrypted with the new generation. What earlier ones encrypted is encrypted again.',
      '- Everyone signs in again. Passwords and second factors stay.',
      '- Links to accept an invitation, to set a password and to test emails stop working, and so do emailed confirmation codes. Send them again.',
      '- Links and receipt codes of past surveys are unknown.',
      '- Unsubscribe links, unsubscribed addresses, case codes, API keys, backups and the journal keep working.',
      'Stop all apps on every machine first. Afterwards copy the key file to every machine and to its safe place.',
    ].join('\n'),
  earlier: (values: string, newest: number) =>
    `Encrypted with an earlier generation: ${values}. To encrypt them again, run the command with --confirm ${newest}`,
  confirm: (next: number) => `To make the generation, repeat the command with --confirm ${next}`,
  encrypting: (generation: number) => `Encrypting with generation ${generation}`,
  encrypted: (values: string) => `${values} encrypted again`,
  made: (generation: number) => `Made generation ${generation} of the key.`,
  resumed: (generation: number) => `Generation ${generation} of the key existed already. No new one was made.`,
  done: (values: string) => `Encrypted again: ${values}.`,
  copyFile: (path: string) =>
    `Copy ${path} to every other machine and to its safe place now. Apps refuse an older copy, and a backup made from now on cannot be restored with one.`,
  oldCopies: 'The old key file still decrypts copies of the database made before. If it leaked, destroy them.',
}
