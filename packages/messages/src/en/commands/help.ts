/** One line for each command of a release, and for what else it runs. */
const purposes = {
  start: 'Runs the three apps.',
  status: 'Shows version, key, waiting emails, next dates and backups.',
  doctor: 'Checks the machine.',
  'check-deployment': 'Checks an installation with a throw-away wave.',
  'backup-key': 'Makes the pair of keys of the backups.',
  backup: 'Encrypts a copy of the database.',
  restore: 'Restores a backup to an empty place.',
  move: 'Carries the installation to another database.',
  upgrade: 'Backs up, then upgrades the database to this version.',
  rehearse: 'Lists the emails of the next half-year.',
  questionnaire: 'Checks a questionnaire and publishes it.',
  verify: 'Verifies the seals and the audit log.',
  'verify-anonymity': 'Attacks the stored responses.',
  'rebuild-tallies': 'Counts the responses again.',
  'rotate-key': 'Makes a new generation of the key.',
  'confirm-lost-key': 'Closes a wave whose key is lost.',
  'recover-officer': 'Prints a link for an officer who cannot sign in.',
  survey: 'Runs the survey app alone.',
  reporting: 'Runs the dashboard alone.',
  scheduler: 'Runs the scheduler alone.',
  alive: 'Ends with 0 if an app of this machine answers.',
}

export const help = {
  purposes,
  everywhere: '--help shows this text, --version the version.',
  usage: 'Usage: wayproof COMMAND [OPTIONS]',
  more: 'wayproof COMMAND --help explains a command. wayproof --version shows the version.',
  usageApp: (app: string) =>
    `Usage: wayproof ${app} [--new]\nRuns this app alone, configured by the environment. --new starts with an empty database if the one that the key file belongs to is missing.`,
  usageAlive: 'Usage: wayproof alive survey|reporting|scheduler\nEnds with 0 if that app of this machine answers.',
  usageDev:
    'Usage: npx -y pnpm@12 dev\nRuns the three apps for development. They restart at every change; the dashboard is at port 4321.',
  usageRelease:
    'Usage: npx -y pnpm@12 release FOLDER\nWrites a release with its own Node.js to FOLDER, which must be new or empty.',
  folderFilled: (folder: string) => `${folder} is not empty and was left as it is. Name a new folder.`,
  usageBom:
    'Usage: npx -y pnpm@12 bom [FILE]\nWrites the bill of materials of a release (CycloneDX, JSON) to FILE, or to standard output.',
  unknownCommand: (name: string, near: string | null) =>
    near === null ? `Unknown command: ${name}` : `Unknown command: ${name}. Did you mean ${near}?`,
}
